import { expect, it } from 'vitest';
import { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';
import type { AttendeeSnapshot } from '../../src/session/views.ts';
import { PlenaryProcess } from '../e2e/plenary-process.ts';
import { Client } from '../integration/client.ts';

const BEHIND_MS = 90_000;
const COUNTDOWN_MS = 11_000;

/** More than any machine needs for what is compared here, and far less than the clocks differ. */
const NEAR_MS = 30_000;

/** Options of Node.js by which its clock is so many milliseconds ahead. */
function clockAhead(milliseconds: number): Record<string, string> {
  const script = `const now = Date.now; Date.now = () => now() + ${milliseconds};`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(script)}` };
}

it('[N7] [P3] nodes whose clocks are 90 seconds apart show one countdown, and write facts in one order', async ({
  onTestFinished,
}) => {
  const database = await TrialDatabase.start();
  onTestFinished(() => database.stop());
  const [early, late] = await Promise.all(
    [-BEHIND_MS / 2, BEHIND_MS / 2].map(async (ahead, place) => {
      const settings = { DATABASE_URL: database.url(), NODE_NAME: String(place) };
      const decks = ['test/fixtures/decks/timed'];
      const node = await PlenaryProcess.start(decks, { ...settings, ...clockAhead(ahead) });
      onTestFinished(() => node.stop());
      return node;
    }),
  );
  if (early === undefined || late === undefined) throw new Error('Two were started.');
  const code = await early.session('timed');
  const console = await Client.console(early.url, code);
  const phones = [await Client.attendee(early.url, code), await Client.attendee(late.url, code)];
  const clocks = await Promise.all(
    phones.map((phone) => phone.until<{ now: number }>('server:clock')),
  );
  for (const { now } of clocks) expect(Math.abs(now - Date.now())).toBeLessThan(NEAR_MS);
  await console.show(1);
  const is = (phase: string) => (snapshot: AttendeeSnapshot) =>
    snapshot.activities[0]?.phase === phase;
  for (const phone of phones) {
    const { activities } = await phone.until<AttendeeSnapshot>('session:state', is('open'));
    const left = (activities[0]?.closesAt ?? 0) - Date.now();
    expect(left).toBeGreaterThan(COUNTDOWN_MS - NEAR_MS);
    expect(left).toBeLessThan(COUNTDOWN_MS + NEAR_MS);
  }
  for (const phone of phones) await phone.until('session:state', is('closed'));
  await (await Client.console(late.url, code)).show(0);
  await console.show(1);
  const file = await early.api('GET', `/sessions/${code}/session.json`);
  const { facts } = (await file.json()) as { facts: { at: number }[] };
  const times = facts.map(({ at }) => at);
  expect(times.length).toBeGreaterThan(4);
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});
