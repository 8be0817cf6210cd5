import { expect, it, vi } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import type { Fact } from '../../src/session/facts.ts';
import { replay } from '../../src/session/evolve.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import type { EventLog } from '../storage/event-log.ts';
import { Countdowns } from './countdowns.ts';

const CODE = '123456';
const timed = question('poll', {
  id: 'timed',
  question: 'Quick?',
  options: ['Yes', 'No'],
  'close-after': 20,
});

it('[P3] a countdown that is over while a reset is being written closes no new round', async () => {
  vi.useFakeTimers({ now: 0 });
  const real = memoryLog(Date.now);
  const opened: Fact[] = [
    {
      type: 'session:started',
      code: CODE,
      secret: 's',
      deck: deckOf([{ title: 'T', activity: timed }]),
    },
    { type: 'activity:opened', activity: 'timed' },
  ];
  await real.transact(CODE, 0, () => opened);
  const read = await real.read(CODE);
  const state = read.ok ? replay(read.value) : null;
  if (state === null) throw new Error('no state');
  const slow: EventLog = {
    ...real,
    async transact(...commit) {
      await new Promise((written) => setTimeout(written, 500));
      return real.transact(...commit);
    },
  };
  const session = new LiveSession(state, slow);
  const countdowns = new Countdowns(session, Date.now);
  await vi.advanceTimersByTimeAsync(20_800);
  const reset = session.dispatch({ type: 'activity:reset', activity: 'timed' });
  // The countdown's second of grace ends while the reset is on its way to the disk.
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await reset).toMatchObject({ ok: true });
  expect(state.activities.get('timed')).toMatchObject({ phase: 'open', round: 2 });
  countdowns.stop();
  vi.useRealTimers();
});
