import { afterAll, beforeAll } from 'vitest';
import type { ScoreAck } from '../../src/protocol/messages.ts';
import type { OwnScore } from '../../src/session/score-views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const QUIZ = `
---

\`\`\`quiz
id: capital
question: Capital?
options: [Sydney, Canberra]
answer: 2
\`\`\`

---

\`\`\`board
first: 3
\`\`\`

---

# The end
`;
const deckWith = (score: string) => `---\nscore: ${score}\n---\n\n# Points\n${QUIZ}`;
export const [QUESTION, BOARD, END] = [1, 2, 3];
export const RIGHT = { choices: [1] };

/** A server for sessions on a deck with points: a title, a quiz, a board and an end. */
export class ScoredSessions {
  #server: RunningServer | null = null;
  /** The server's clock, which stands still unless a test moves it. */
  clock = Date.UTC(2026, 0, 1);

  constructor() {
    beforeAll(async () => {
      this.#server = await RunningServer.start(() => this.clock);
    });
    afterAll(() => this.server.stop());
  }

  get server(): RunningServer {
    if (this.#server === null) throw new Error('The server runs from the first `beforeAll` on');
    return this.#server;
  }

  /** Ends the server, and starts another that has the same data. */
  async restart(): Promise<void> {
    this.#server = await this.server.restart();
  }

  /** Starts a session on the deck with these options of `score`. */
  async open(score: string): Promise<{ code: string; presenter: Client }> {
    await this.server.rewriteDeck(deckWith(score));
    const code = await this.server.session();
    return { code, presenter: await Client.console(this.server.url, code) };
  }

  join(code: string, token?: string): Promise<Client> {
    return Client.attendee(this.server.url, code, token === undefined ? {} : { token });
  }
}

export async function scoreOf(phone: Client): Promise<OwnScore> {
  const ack = (await phone.ask('score:get', {})) as ScoreAck;
  if (!ack.ok) throw new Error(ack.error.message);
  return ack.score;
}

export const reveal = (presenter: Client) =>
  presenter.ask('activity:reveal-answer', { activity: 'capital' });

export const shown = (phone: Client) =>
  phone.ask('question:shown', { activity: 'capital', round: 1 });

export const refused = (name: string) => ({ ok: false, error: { name } });
