import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import type { Fact } from '../../src/session/facts.ts';
import { replay } from '../../src/session/evolve.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { Countdowns } from './countdowns.ts';

const CODE = '123456';
const timed = question('poll', {
  id: 'timed',
  question: 'Quick?',
  options: ['Yes', 'No'],
  'close-after': 20,
});
const deck = deckOf([{ title: 'Timed', activity: timed }]);

// One that a test does not stop would close its question in the next.
let keepers: Countdowns[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(0);
});
afterEach(() => {
  for (const keeper of keepers) keeper.stop();
  keepers = [];
  vi.useRealTimers();
});

/** A room with a timekeeper, whose question was opened at 0. */
async function openRoom() {
  const log = memoryLog(Date.now);
  const opened: Fact[] = [
    { type: 'session:started', code: CODE, secret: 's', deck },
    { type: 'activity:opened', activity: 'timed' },
  ];
  await log.transact(CODE, 0, () => opened);
  const read = await log.read(CODE);
  const state = read.ok ? replay(read.value) : null;
  if (state === null) throw new Error('no state');
  const session = new LiveSession(state, log);
  keepers.push(new Countdowns(session, Date.now));
  const phase = (): string | undefined => session.state.activities.get('timed')?.phase;
  return { session, phase };
}

describe('a timekeeper', () => {
  it('[P3] closes a question when its countdown is over, and a second for answers on their way', async () => {
    const { phase } = await openRoom();
    await vi.advanceTimersByTimeAsync(20_999);
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(phase()).toBe('closed');
  });

  it('[P3] gives a question that was opened again or reset its whole time', async () => {
    const { session, phase } = await openRoom();
    await vi.advanceTimersByTimeAsync(15_000);
    await session.dispatch({ type: 'activity:close', activity: 'timed' });
    await session.dispatch({ type: 'activity:open', activity: 'timed' });
    await vi.advanceTimersByTimeAsync(15_000);
    expect(phase()).toBe('open');
    await session.dispatch({ type: 'activity:reset', activity: 'timed' });
    await vi.advanceTimersByTimeAsync(20_999);
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(phase()).toBe('closed');
  });

  it('[P6] closes nothing in everybody’s own time', async () => {
    const { session, phase } = await openRoom();
    await session.dispatch({ type: 'self-paced:set', on: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phase()).toBe('open');
  });

  it('closes nothing once it is stopped', async () => {
    const { phase } = await openRoom();
    for (const keeper of keepers) keeper.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phase()).toBe('open');
  });
});
