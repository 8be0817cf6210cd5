import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FairLane, type LaneWork } from './fair-lane.ts';
import { BUSY } from '../../test/integration/busy.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const RATE = { atOnce: 10, perSecond: 100 };

/** So many parts, each of this cost; their owner's name is noted at each. */
function work(name: string, parts: number, done: string[], cost = 1): LaneWork {
  let left = parts;
  return {
    turn() {
      left -= 1;
      done.push(name);
      return cost;
    },
    get isDone() {
      return left === 0;
    },
  };
}

const count = (done: readonly string[], name: string): number =>
  done.filter((one) => one === name).length;

describe('[A7] a rate that many share', () => {
  it('has a burst, and then so many parts a second, however much there is to do', async () => {
    const done: string[] = [];
    const lane = new FairLane(RATE);
    for (let n = 0; n < 150; n += 1) lane.enter(work(`flooder ${n}`, 10_000, done));
    expect(done).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(done.length).toBeLessThanOrEqual(RATE.atOnce + 1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done.length).toBeGreaterThan(190);
    expect(done.length).toBeLessThanOrEqual(RATE.atOnce + 2 * RATE.perSecond + 1);
  });

  it('gives each the same part of it, and those with little to do are done soon', async () => {
    const done: string[] = [];
    const lane = new FairLane(RATE);
    for (let n = 0; n < 9; n += 1) lane.enter(work('flooder', 10_000, done));
    await vi.advanceTimersByTimeAsync(1_000);
    const before = done.length;
    lane.enter(work('phone', 3, done));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(count(done, 'phone')).toBe(3);
    expect(done.slice(before).lastIndexOf('phone')).toBeLessThan(3 * 10 + 10);
  });

  it('has many parts done together, with longer waits between, where that is wanted', async () => {
    const done: string[] = [];
    const lane = new FairLane(RATE, 100);
    lane.enter(work('flooder', 10_000, done));
    await vi.advanceTimersByTimeAsync(1);
    const inEachWait: number[] = [];
    for (let wait = 0; wait < 10; wait += 1) {
      const before = done.length;
      await vi.advanceTimersByTimeAsync(90);
      expect(done.length).toBe(before);
      await vi.advanceTimersByTimeAsync(10);
      inEachWait.push(done.length - before);
    }
    expect(inEachWait.every((parts) => parts >= 9)).toBe(true);
  });

  it('waits longer after a part that cost more', async () => {
    const done: string[] = [];
    const lane = new FairLane(RATE);
    lane.enter(work('large', 100, done, 50));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(done.length).toBeLessThanOrEqual(5);
  });

  it('gives everybody else a turn after a millisecond, and then goes on without waiting for tokens', () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const done: string[] = [];
    const lane = new FairLane({ atOnce: 1_000, perSecond: 100 }, 1_000);
    const parts = work('long', 40, done);
    lane.enter({
      turn() {
        now += 0.5;
        return parts.turn();
      },
      get isDone() {
        return parts.isDone;
      },
    });
    vi.advanceTimersToNextTimer();
    expect(done.length).toBe(3);
    vi.advanceTimersByTime(100);
    expect(done.length).toBe(40);
  });

  it('goes on after a part that threw', async () => {
    vi.useRealTimers();
    const done: string[] = [];
    const lane = new FairLane(RATE);
    const caught = new Promise((thrown) =>
      process.prependOnceListener('uncaughtException', thrown),
    );
    const listeners = process.listeners('uncaughtException').slice(1);
    for (const listener of listeners) process.off('uncaughtException', listener);
    lane.enter({
      turn() {
        throw new Error('a part');
      },
      isDone: false,
    });
    lane.enter(work('phone', 1, done));
    expect(await caught).toEqual(new Error('a part'));
    for (const listener of listeners) process.on('uncaughtException', listener);
    await vi.waitUntil(() => done.length === 1, BUSY);
  });
});
