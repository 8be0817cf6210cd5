import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConsoleActivityView, StageActivityView } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const deck = `# A deck that asks for words

---

\`\`\`open-text
id: pain
question: What hurts most?
options: [Data, People]
\`\`\`
`;
const WORDS = 'The tests, above all';
const KEY = '1:The tests, above all';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await server.rewriteDeck(deck);
});
afterAll(() => server.stop());

/** A session in which one phone has written, and another has tapped. */
async function written() {
  const code = await server.session();
  const [console, stage] = [
    await Client.console(server.url, code),
    await Client.stage(server.url, code),
  ];
  const [writer, other] = [
    await Client.attendee(server.url, code),
    await Client.attendee(server.url, code),
  ];
  await console.show(1);
  await writer.answer('pain', { choice: 1, text: ` ${WORDS}  ` });
  await other.answer('pain', { choice: 0, text: null });
  const approve = (approved: boolean) =>
    console.ask('activity:control', {
      activity: 'pain',
      control: approved ? { approve: KEY } : { reject: KEY },
    });
  return { code, console, stage, writer, other, approve };
}

describe('[V34] a rude word in the deck’s language', () => {
  it('is held back in a question that is asked on the spot, and put away unheard by the room', async () => {
    onTestFinished(() => server.rewriteDeck(deck));
    await server.rewriteDeck('---\nlang: de\n---\n\n# Ein Vortrag\n');
    const code = await server.session();
    const console = await Client.console(server.url, code);
    const [phone, other] = [
      await Client.attendee(server.url, code),
      await Client.attendee(server.url, code),
    ];
    const options = { question: 'Wie war es?' };
    expect(await console.ask('question:ask', { type: 'open-text', options })).toEqual({ ok: true });
    await phone.until('session:state', (view) => JSON.stringify(view).includes('asked-1'));
    for (const one of [phone, other]) {
      const given = await one.answer('asked-1', { choice: null, text: 'Arschloch' });
      expect(given).toMatchObject({ ok: true });
    }
    await console.until('activity:changed', (view) =>
      /"count":2[^]*"held":true/.test(JSON.stringify(view)),
    );
    const control = { 'put-away': ':Arschloch' };
    const sent = { activity: 'asked-1', control };
    expect(await console.ask('activity:control', sent)).toEqual({ ok: true });
    await phone.until('activity:changed', (view) => JSON.stringify(view).includes('"waiting":0'));
    expect(phone.heard()).not.toMatch(/arschloch|put|held/i);
  });
});

function holdsWords(view: unknown): boolean {
  return JSON.stringify(view).includes(WORDS);
}

describe('a text that an attendee writes', () => {
  it('[P7] reaches the console alone, with its key', async () => {
    const { code, console, stage, other } = await written();
    const seen = await console.until<ConsoleActivityView>('activity:changed', holdsWords);
    expect(JSON.stringify(seen.ownTally)).toContain(JSON.stringify(KEY));
    expect(JSON.stringify(seen.tally)).not.toContain(WORDS);
    const isComplete = ({ answered }: StageActivityView): boolean => answered === 2;
    await stage.until<StageActivityView>('activity:changed', isComplete);
    const [lateStage, latePhone] = [
      await Client.stage(server.url, code),
      await Client.attendee(server.url, code),
    ];
    for (const client of [stage, other, lateStage, latePhone]) {
      await client.until('session:state');
      expect(client.heard()).not.toContain('The tests');
      expect(client.heard()).not.toContain('the tests');
    }
  });

  it('[P7] reaches stage and phones once it is approved, even if nobody answers any more', async () => {
    const { stage, other, approve } = await written();
    expect(await approve(true)).toEqual({ ok: true });
    await stage.until('session:state', holdsWords);
    await other.until('activity:changed', holdsWords);
    expect(stage.heard()).not.toContain(KEY);
  });

  it('[P7] disappears from them when its approval is withdrawn', async () => {
    const { stage, other, approve } = await written();
    await approve(true);
    await other.until('activity:changed', holdsWords);
    await approve(false);
    await stage.until('session:state', () => !holdsWords(latest(stage, 'session:state')));
    await other.until('activity:changed', () => !holdsWords(latest(other, 'activity:changed')));
  });
});

function latest(client: Client, event: string): unknown {
  return client.messages.findLast((message) => message.event === event);
}
