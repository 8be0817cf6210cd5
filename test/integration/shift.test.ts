import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TallyView } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const deck = `\`\`\`poll
id: before
question: Tea?
options: [Yes, No]
\`\`\`

---

\`\`\`poll
id: after
again: before
\`\`\`
`;
const yes = { choices: [0], other: null };
/** Phones are sent large tallies seldom. */
const SOON = { timeout: 10_000 };
const no = { choices: [1], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await server.rewriteDeck(deck);
});
afterAll(() => server.stop());

/** The attendees who stayed with their answer, as a screen was told last; null without a shift. */
function stayed({ messages }: Client): number | null {
  const told = messages.findLast(
    ({ event, body }) => event === 'activity:changed' && (body as TallyView).id === 'after',
  );
  const change = (told?.body as TallyView | undefined)?.shift?.items[0]?.change;
  return change?.moved?.same ?? null;
}

describe('[S96] a shift', () => {
  it('follows an answer to the first question alone, and goes once the room may not see that', async () => {
    const code = await server.session();
    const [console, stage] = [
      await Client.console(server.url, code),
      await Client.stage(server.url, code),
    ];
    const phone = await Client.attendee(server.url, code);
    await console.show(0);
    await phone.answer('before', no);
    await console.show(1);
    await phone.answer('after', yes);
    for (const screen of [console, stage, phone])
      await expect.poll(() => stayed(screen), SOON).toBe(0);
    await phone.answer('before', yes);
    for (const screen of [console, stage, phone])
      await expect.poll(() => stayed(screen), SOON).toBe(1);
    await console.ask('activity:hide', { activity: 'before' });
    await expect.poll(() => stayed(phone), SOON).toBeNull();
  });
});
