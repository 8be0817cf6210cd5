import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TakeHomeAck } from '../../src/protocol/messages.ts';
import type { TakeHome, TakeHomeQuestion } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { KEY, RunningServer } from './running-server.ts';

vi.mock(import('../../src/activities/registry.ts'), async (original) => {
  const { withSums } = await import('../fixtures/sum-type.ts');
  return withSums(await original());
});

const deckText = `---
title: A deck to keep
---

# A deck to keep

<!-- The first secret note -->

---

\`\`\`poll
id: tea
question: Tea?
options: ['Yes', 'No']
other: true
\`\`\`

---

\`\`\`rating
id: maturity
question: How far are you?
rows: [Data, People]
\`\`\`

---

\`\`\`sum
id: sum
question: Two and two?
sum: 4
\`\`\`

---
keep: true
---

## Sources

- [A source](https://example.org/source)

<!-- The second secret note -->

---

## A slide that stays here
`;

const yes = { choices: [0], other: null };

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
  await mkdir(join(server.folder, 'slides/keeping'));
  await writeFile(join(server.folder, 'slides/keeping/deck.md'), deckText);
});
afterAll(() => server.stop());

/** A session that has come to its last question, with a console and two phones. */
async function startSession() {
  const response = await server.api('POST', '/sessions', { deck: 'keeping' });
  const { code } = (await response.json()) as { code: string };
  const console = await Client.console(server.url, code);
  for (const place of [1, 2, 3]) await console.show(place);
  const mine = await Client.attendee(server.url, code);
  const other = await Client.attendee(server.url, code);
  return { code, console, mine, other };
}

async function takeHomeOf(client: Client): Promise<TakeHome> {
  const ack = (await client.ask('take-home:get', {})) as TakeHomeAck;
  if (!ack.ok) throw new Error(JSON.stringify(ack.error));
  return ack.takeHome;
}

async function taken(client: Client, id: string): Promise<TakeHomeQuestion> {
  const { questions } = await takeHomeOf(client);
  const found = questions.find(({ activity }) => activity.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

describe('the take-home page of an attendee', () => {
  it('[X5] holds their own answers, and nothing of another’s', async () => {
    const { mine, other } = await startSession();
    await mine.answer('tea', yes);
    await other.answer('tea', { choices: [], other: 'My secret words' });
    await other.answer('maturity', { ratings: [5, 5] });
    expect(await taken(mine, 'tea')).toMatchObject({ answer: yes, items: [{ choice: 'Yes' }] });
    expect(await taken(mine, 'maturity')).toMatchObject({ answer: null, items: [] });
    expect(JSON.stringify(await takeHomeOf(mine))).not.toContain('My secret words');
    expect(await taken(other, 'tea')).toMatchObject({ items: [{ text: 'My secret words' }] });
  });

  it('[X5] [A2] [A3] [A13] holds the room’s tally by the rules that apply elsewhere', async () => {
    const { console, mine, other } = await startSession();
    await mine.answer('tea', yes);
    await mine.answer('maturity', { ratings: [1, 2] });
    expect((await taken(mine, 'tea')).activity.tally).toMatchObject({ counts: [1, 0] });
    expect((await taken(other, 'tea')).activity).toMatchObject({
      tally: null,
      hidden: 'answer-first',
    });
    expect((await taken(mine, 'maturity')).activity).toMatchObject({
      tally: null,
      hidden: 'too-few',
    });
    await console.ask('activity:hide', { activity: 'tea' });
    expect((await taken(mine, 'tea')).activity).toMatchObject({
      tally: null,
      hidden: 'not-revealed',
    });
  });

  it('[X5] [P4] holds the correct answer only after it was revealed', async () => {
    const { console, mine, other } = await startSession();
    await mine.answer('sum', { sum: 4 });
    await other.answer('sum', { sum: 5 });
    await console.ask('activity:close', { activity: 'sum' });
    expect(await taken(mine, 'sum')).toMatchObject({
      right: null,
      activity: { correctAnswer: null },
    });
    expect(JSON.stringify(await takeHomeOf(mine))).not.toContain('It is 4.');
    await console.ask('activity:reveal-answer', { activity: 'sum' });
    const activity = { correctAnswer: { right: 4, explain: 'It is 4.' } };
    expect(await taken(mine, 'sum')).toMatchObject({ right: true, activity });
    expect(await taken(other, 'sum')).toMatchObject({ right: false, activity });
  });

  it('[X5] [A2] holds the slides that the deck gives away, without notes, and no other slide', async () => {
    const { mine } = await startSession();
    const { pages } = await takeHomeOf(mine);
    expect(pages.map(({ title }) => title)).toEqual(['Sources']);
    expect(pages[0]?.html).toContain('https://example.org/source');
    expect(mine.heard()).not.toContain('secret note');
    expect(JSON.stringify(pages)).not.toMatch(/secret note|A slide that stays here/);
  });

  it('[X5] is for attendees only', async () => {
    const { code, console } = await startSession();
    const stage = await Client.stage(server.url, code, { key: KEY });
    for (const client of [console, stage]) {
      const refused = { ok: false, error: { name: 'not-allowed' } };
      expect(await client.ask('take-home:get', {})).toMatchObject(refused);
    }
  });

  it('[A7] is rate-limited for each connection, and available again after a while', async () => {
    const { mine, other } = await startSession();
    // Fewer than a connection may send at once.
    const acks = await Promise.all(Array.from({ length: 30 }, () => mine.ask('take-home:get', {})));
    expect(acks.find(({ ok }) => !ok)).toMatchObject({
      error: { name: 'slow-down', retryAfter: 1 },
    });
    expect(await mine.answer('tea', yes)).toMatchObject({ ok: true });
    expect(await taken(other, 'tea')).toMatchObject({ answer: null });
    await vi.waitFor(async () => expect(await taken(mine, 'tea')).toMatchObject({ answer: yes }), {
      timeout: 5_000,
      interval: 500,
    });
  });

  it('[X5] [A7] is requested without parameters', async () => {
    const { mine } = await startSession();
    for (const message of [undefined, null, [], { attendee: 'another' }]) {
      const refused = { ok: false, error: { name: 'bad-message' } };
      expect(await mine.ask('take-home:get', message)).toMatchObject(refused);
    }
  });

  it('[X5] [S44] [R1] is available after the end, to a phone that comes back with its token', async () => {
    const { code, console, mine } = await startSession();
    await mine.answer('tea', yes);
    const token = await mine.token();
    mine.close();
    await console.ask('session:end', {});
    const back = await Client.attendee(server.url, code, { token });
    expect(await taken(back, 'tea')).toMatchObject({ answer: yes });
    const stranger = await Client.attendee(server.url, code);
    expect(await taken(stranger, 'tea')).toMatchObject({ answer: null });
  });

  it('[S8] is deleted with the session', async () => {
    const { code, mine } = await startSession();
    await mine.answer('tea', yes);
    const token = await mine.token();
    await server.api('DELETE', `/sessions/${code}`);
    await mine.until('session:deleted');
    await expect(Client.attendee(server.url, code, { token })).rejects.toMatchObject({
      data: { name: 'unknown-code' },
    });
  });
});

describe('a phone that comes after the session has ended', () => {
  it('[P6] answers the questions left open for self-paced answering, and takes them home', async () => {
    const { code, console } = await startSession();
    await console.ask('activity:close', { activity: 'tea' });
    await console.ask('self-paced:set', { on: true });
    const late = await Client.attendee(server.url, code);
    expect(await late.until('session:state')).toMatchObject({ selfPaced: true });
    expect(await late.answer('tea', yes)).toMatchObject({ ok: true });
    expect(await taken(late, 'tea')).toMatchObject({ answer: yes });
  });
});
