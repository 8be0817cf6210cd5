import { describe, it, type ExpectStatic } from 'vitest';
import type {
  ActivityView,
  AttendeeSnapshot,
  ConsoleSnapshot,
  StageSnapshot,
} from '../../src/session/views.ts';
import { Client } from '../integration/client.ts';
import type { RunningServer } from '../integration/running-server.ts';
import { twoNodes } from './some-nodes.ts';

const yes = { choices: [0], other: null };
const no = { choices: [1], other: null };

const QUICK = `---
channels: [reactions]
reactions: [👏, ❓]
---

# Welcome

---

\`\`\`quiz
id: capital
question: What is the capital of Australia?
options: [Sydney, Canberra]
answer: 2
close-after: 5
\`\`\`
`;

/** Waits until the last message of an event is this one. */
async function told(
  expect: ExpectStatic,
  client: Client,
  event: string,
  body: object,
): Promise<void> {
  const latest = () => client.messages.findLast((message) => message.event === event)?.body;
  await expect.poll(latest, { timeout: 10_000 }).toMatchObject(body);
}

/** A session at the first question of the small deck, which the first node has begun. */
async function asking(a: RunningServer): Promise<{ code: string; console: Client }> {
  const code = await a.session();
  const console = await Client.console(a.url, code);
  await console.show(1);
  return { code, console };
}

const answered = (count: number) => (view: { answered: number }) => view.answered === count;

describe.concurrent('one session on two nodes', () => {
  it('[N1] has the same slide, phase and tally on the stages of both', async (context) => {
    const { a, b } = await twoNodes(context);
    const { code, console } = await asking(a);
    const stages = [await Client.stage(a.url, code), await Client.stage(b.url, code)];
    const phones = await Promise.all([a, b, b].map(({ url }) => Client.attendee(url, code)));
    const receipts = await Promise.all(phones.map((phone) => phone.answer('tea', yes)));
    context.expect(receipts.every(({ ok }) => ok)).toBe(true);
    await console.ask('activity:close', { activity: 'tea' });
    for (const stage of stages) {
      await stage.until<{ answered: number }>('activity:changed', answered(3));
      await stage.until<StageSnapshot>(
        'session:state',
        ({ position, activities }) => position.h === 1 && activities[0]?.phase === 'closed',
      );
    }
  });

  it('[N1] takes commands from consoles on both, each on what the other has done', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const { code, console } = await asking(a);
    const other = await Client.console(b.url, code);
    const phone = await Client.attendee(b.url, code);
    await phone.answer('tea', yes);
    expect(await other.ask('activity:close', { activity: 'tea' })).toEqual({ ok: true });
    expect(await console.ask('activity:open', { activity: 'tea' })).toEqual({ ok: true });
    // The step of one console is taken back at the other.
    const { undo } = await other.until<ConsoleSnapshot>(
      'session:state',
      ({ undo: step }) => step?.type === 'activity:opened',
    );
    expect(await other.ask('step:undo', { step: undo?.step })).toEqual({ ok: true });
    const phases = ({ activities }: StageSnapshot) => activities[0]?.phase === 'closed';
    await console.until<StageSnapshot>('session:state', phases);
    expect(await phone.answer('tea', no)).toMatchObject({ ok: false, error: { name: 'not-open' } });
  });

  it('[N1] [S3] counts one attendee once, and one answer once, whatever node it is sent to', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const { code, console } = await asking(a);
    const first = await Client.attendee(a.url, code);
    const token = await first.token();
    const second = await Client.attendee(b.url, code, { token });
    const receipt = await first.answer('tea', yes, 'the-same-answer');
    expect(await second.answer('tea', yes, 'the-same-answer')).toEqual(receipt);
    expect(await second.answer('tea', no)).toMatchObject({ ok: true });
    // The attendee's page at the other node shows the answer that counts.
    await first.until<{ tea?: { choices: number[] } }>('answers:mine', ({ tea }) =>
      JSON.stringify(tea ?? null).includes('"choices":[1]'),
    );
    await told(expect, console, 'presence:changed', { online: 1 });
    await told(expect, console, 'delivery:changed', { question: { sent: 1, recorded: 1 } });
  });

  it('[N2] counts who is connected, remotes and answers on the way at both nodes', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const { code, console } = await asking(a);
    const there = await Client.console(b.url, code);
    const link = (await console.ask('remote:link', {})) as { ok: true; url: string };
    const token = new URL(link.url).hash.slice(1);
    const remote = await Client.connect(b.url, code, 'remote', { token });
    const phones = await Promise.all(
      Array.from({ length: 4 }, (_, at) => Client.attendee(at % 2 === 0 ? a.url : b.url, code)),
    );
    for (const screen of [console, there]) {
      await told(expect, screen, 'presence:changed', { online: 4 });
      await told(expect, screen, 'remotes:changed', { connected: 1 });
    }
    await Promise.all(phones.map((phone) => phone.answer('tea', yes)));
    for (const screen of [console, there]) {
      await told(expect, screen, 'delivery:changed', {
        question: { activity: 'tea', sent: 4, recorded: 4, pending: 0 },
      });
    }
    // One goes, and comes back at the other node: for a moment it is missed, and then no more.
    const [moving] = phones;
    const back = await moving?.token();
    moving?.close();
    for (const screen of [console, there]) {
      await told(expect, screen, 'presence:changed', { online: 3 });
      await told(expect, screen, 'delivery:changed', { silent: 1 });
    }
    await Client.attendee(b.url, code, { token: back ?? '' });
    remote.close();
    for (const screen of [console, there]) {
      await told(expect, screen, 'presence:changed', { online: 4 });
      await told(expect, screen, 'delivery:changed', { silent: 0 });
      await told(expect, screen, 'remotes:changed', { connected: 0 });
    }
  });

  it('[N1] passes gestures and reactions on to the stages of both', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    await Promise.all([a, b].map((node) => node.rewriteDeck(QUICK)));
    const code = await a.session();
    const console = await Client.console(a.url, code);
    const other = await Client.console(b.url, code);
    const stage = await Client.stage(b.url, code);
    // Until the first node knows of the stage, it passes nothing on.
    const at = { x: 0.25, y: 0.5 };
    await expect
      .poll(async () => {
        await console.ask('stage:point', { at });
        return stage.messages.findLast(({ event }) => event === 'pointer:moved')?.body;
      })
      .toEqual({ at });
    const phone = await Client.attendee(a.url, code);
    await phone.ask('reaction:send', { sign: 1 });
    await told(expect, stage, 'reactions:sent', { counts: [0, 1] });
    await console.show(1);
    await told(expect, other, 'slides:moved', { by: 'console' });
  });

  it('[N1] [P3] closes a question with a countdown once, on both', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    await Promise.all([a, b].map((node) => node.rewriteDeck(QUICK)));
    const code = await a.session();
    const console = await Client.console(a.url, code);
    const phones = [await Client.attendee(a.url, code), await Client.attendee(b.url, code)];
    await console.show(1);
    const is = (phase: ActivityView['phase']) => (snapshot: AttendeeSnapshot) =>
      snapshot.activities[0]?.phase === phase;
    for (const phone of phones) await phone.until('session:state', is('open'));
    for (const phone of phones) await phone.until('session:state', is('closed'));
    const file = await a.api('GET', `/sessions/${code}/session.json`);
    const closings = (await file.text()).match(/"activity:closed"/g);
    expect(closings).toHaveLength(1);
  });

  it('[N1] [S8] is deleted on both, and everybody is told', async (context) => {
    const { expect } = context;
    const { a, b } = await twoNodes(context);
    const { code } = await asking(a);
    const phone = await Client.attendee(b.url, code);
    const gone = new Promise((left) => phone.socket.once('disconnect', left));
    expect((await a.api('DELETE', `/sessions/${code}`)).status).toBe(204);
    await phone.until('session:deleted');
    await gone;
    await expect(Client.attendee(b.url, code)).rejects.toThrow('There is no session');
    expect((await b.api('GET', `/sessions/${code}`)).status).toBe(404);
  });
});
