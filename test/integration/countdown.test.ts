import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActivityView, AttendeeSnapshot, StageSnapshot } from '../../src/session/views.ts';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

const quizText = `# A quiz

---

\`\`\`quiz
id: capital
question: What is the capital of Australia?
options: [Sydney, Canberra]
answer: 2
close-after: 5
\`\`\`
`;

const canberra = { choices: [1] };

let server: RunningServer;
let ahead = 0;
beforeEach(async () => {
  ahead = 0;
  server = await RunningServer.start(() => Date.now() + ahead);
  await server.rewriteDeck(quizText);
});
afterEach(() => server.stop());

/** A session whose question has just been opened. */
async function opened() {
  const code = await server.session();
  const console = await Client.console(server.url, code);
  const stage = await Client.stage(server.url, code);
  const phone = await Client.attendee(server.url, code);
  await console.show(1);
  return { code, console, stage, phone, token: await phone.token() };
}

/** Resolves with the question as soon as this client has it in that state. */
async function until(client: Client, phase: ActivityView['phase']): Promise<ActivityView> {
  const is = ({ activities }: AttendeeSnapshot | StageSnapshot): boolean =>
    activities[0]?.phase === phase;
  const { activities } = await client.until<AttendeeSnapshot>('session:state', is);
  const [view] = activities;
  if (view === undefined) throw new Error('The question is missing');
  return view;
}

describe('a question with a countdown', () => {
  it('[P3] [V5] tells everybody when it closes, closes by itself with the split, and takes no answer after', async () => {
    const { stage, phone } = await opened();
    const { closesAt } = await until(phone, 'open');
    expect(closesAt).toBeGreaterThan(0);
    expect(await until(stage, 'open')).toMatchObject({ closesAt });
    expect(await phone.answer('capital', canberra)).toMatchObject({ ok: true });
    const asItClosed = {
      closesAt: null,
      tally: { counts: [0, 1], right: null },
      correctAnswer: null,
    };
    expect(await until(phone, 'closed')).toMatchObject(asItClosed);
    expect(await until(stage, 'closed')).toMatchObject(asItClosed);
    expect(await phone.answer('capital', { choices: [0] })).toMatchObject({
      ok: false,
      error: { name: 'not-open' },
    });
  });

  it('[P3] closes when its time is up though the server was restarted before that', async () => {
    const { code, phone, token } = await opened();
    const before = await until(phone, 'open');
    ahead += 3_000;
    server = await server.restart();
    const again = await Client.attendee(server.url, code, { token });
    const first = await again.until<AttendeeSnapshot>('session:state');
    // The restart does not start it again. A range, as a slow machine may be late.
    expect([before.closesAt, null]).toContain(first.activities[0]?.closesAt);
    await until(again, 'closed');
    expect(await again.answer('capital', canberra)).toMatchObject({ ok: false });
  });

  it('[P3] shows no more than its own length where the clock was set back over a restart', async () => {
    const { code, phone, token } = await opened();
    await until(phone, 'open');
    ahead -= 7_200_000;
    server = await server.restart();
    const again = await Client.attendee(server.url, code, { token });
    const { now } = await again.until<{ now: number }>('server:clock');
    const { activities } = await again.until<AttendeeSnapshot>('session:state');
    expect((activities[0]?.closesAt ?? 0) - now).toBeLessThanOrEqual(5_000);
    await until(again, 'closed');
  });

  it('[P3] [V1] [R1] is closed for a phone that comes back where its time was up while the server was down', async () => {
    const { code, phone, token } = await opened();
    const given = await phone.answer('capital', canberra);
    ahead += 60_000;
    server = await server.restart();
    const again = await Client.attendee(server.url, code, { token });
    await until(again, 'closed');
    const late = { activity: 'capital', answer: { choices: [0] }, id: 'a-late-answer' };
    expect(await again.ask('answer:give', late)).toMatchObject({ error: { name: 'not-open' } });
    expect(given).toMatchObject({ ok: true });
    expect(await again.until('answers:mine')).toMatchObject({ capital: { answer: canberra } });
  });

  it('[P3] starts its countdown again where the console opens it again', async () => {
    const { console, stage, phone } = await opened();
    const first = await until(phone, 'open');
    await console.ask('activity:close', { activity: 'capital' });
    await until(stage, 'closed');
    ahead += 60_000;
    await console.ask('activity:open', { activity: 'capital' });
    const later = (view: ActivityView | undefined): boolean =>
      (view?.closesAt ?? 0) > (first.closesAt ?? 0);
    await phone.until<AttendeeSnapshot>('session:state', ({ activities }) => later(activities[0]));
    expect(await phone.answer('capital', canberra)).toMatchObject({ ok: true });
  });
});
