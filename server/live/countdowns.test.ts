import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import type { Fact } from '../../src/session/facts.ts';
import { replay } from '../../src/session/evolve.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import type { EventLog } from '../storage/event-log.ts';
import { Countdowns } from './countdowns.ts';
import { readFacts } from '../storage/read-facts.ts';

const CODE = '123456';
const timed = question('poll', {
  id: 'timed',
  question: 'Quick?',
  options: ['Yes', 'No'],
  'close-after': 20,
});
const deck = deckOf([{ title: 'Timed', activity: timed }]);

// One that a test does not stop would close its question in the next.
let started: Countdowns[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(0);
});
afterEach(() => {
  for (const countdowns of started) countdowns.stop();
  started = [];
  vi.useRealTimers();
});

/** A session with countdowns, whose activity was opened at 0; it takes so long to write a fact. */
async function openSession(writeMs = 0) {
  const log = memoryLog(Date.now);
  const slow: EventLog = {
    ...log,
    async transact(...commit) {
      await new Promise((written) => setTimeout(written, writeMs));
      return log.transact(...commit);
    },
  };
  const opened: Fact[] = [
    { type: 'session:started', code: CODE, secret: 's', deck },
    { type: 'activity:opened', activity: 'timed' },
  ];
  await log.transact(CODE, 0, () => opened);
  const read = await readFacts(log, CODE);
  const state = read.ok ? replay(read.value) : null;
  if (state === null) throw new Error('no state');
  const session = new LiveSession(state, writeMs > 0 ? slow : log);
  started.push(new Countdowns(session, Date.now));
  const phase = (): string | undefined => session.state.activities.get('timed')?.phase;
  return { session, phase };
}

describe('the countdowns of a session', () => {
  it('[P3] last no longer than they were meant to, where the clock was set back over a restart', async () => {
    const { session, phase } = await openSession();
    for (const countdowns of started) countdowns.stop();
    vi.setSystemTime(-7_200_000);
    started.push(new Countdowns(session, Date.now));
    await vi.advanceTimersByTimeAsync(20_999);
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(phase()).toBe('closed');
  });

  it('[P3] last no longer where the clock was set back while they run, whatever happens meanwhile', async () => {
    const { session, phase } = await openSession();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.setSystemTime(-7_200_000);
    for (const type of ['activity:reveal', 'activity:hide', 'activity:reveal'] as const) {
      await session.dispatch({ type, activity: 'timed' });
      await vi.advanceTimersByTimeAsync(5_000);
    }
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(phase()).toBe('closed');
  });

  it('[P3] close a question when its countdown is over, and a second for answers on their way', async () => {
    const { phase } = await openSession();
    await vi.advanceTimersByTimeAsync(20_999);
    expect(phase()).toBe('open');
    await vi.advanceTimersByTimeAsync(1);
    expect(phase()).toBe('closed');
  });

  it('[S11] note a countdown that ends in a fault, and end the others', async () => {
    const { session, phase } = await openSession();
    const faults: unknown[] = [];
    session.onFault((error) => faults.push(error));
    vi.spyOn(session, 'dispatch').mockRejectedValueOnce(new Error('a fault'));
    await vi.advanceTimersByTimeAsync(21_000);
    expect(faults).toEqual([new Error('a fault')]);
    expect(phase()).toBe('open');
    await session.dispatch({ type: 'activity:close', activity: 'timed' });
    await session.dispatch({ type: 'activity:open', activity: 'timed' });
    await vi.advanceTimersByTimeAsync(21_000);
    expect(phase()).toBe('closed');
  });

  it('[P3] give a question that was opened again or reset its whole time', async () => {
    const { session, phase } = await openSession();
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

  it('[P3] close no new round when they end while the reset is being written', async () => {
    const { session } = await openSession(500);
    await vi.advanceTimersByTimeAsync(20_800);
    const reset = session.dispatch({ type: 'activity:reset', activity: 'timed' });
    // The countdown's second of grace ends while the reset is on its way to the disk.
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await reset).toMatchObject({ ok: true });
    expect(session.state.activities.get('timed')).toMatchObject({ phase: 'open', round: 2 });
  });

  it('[P6] close nothing in everybody’s own time', async () => {
    const { session, phase } = await openSession();
    await session.dispatch({ type: 'self-paced:set', on: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phase()).toBe('open');
  });

  it('close nothing once they are stopped', async () => {
    const { phase } = await openSession();
    for (const countdowns of started) countdowns.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(phase()).toBe('open');
  });
});
