import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AddressLane } from './address-lane.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[A7] requests that wait by address', () => {
  it('begin in their order, and leave no address behind', async () => {
    const begun: number[] = [];
    const lane = new AddressLane({ atOnce: 10, perSecond: 100 });
    for (let n = 0; n < 100; n += 1) lane.wait('192.0.2.1', () => begun.push(n));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(begun).toEqual(Array.from({ length: 100 }, (_, n) => n));
    expect(lane.size).toBe(0);
  });

  it('begin soon at an address from which few come, however many come from another', async () => {
    let begun = 0;
    const lane = new AddressLane({ atOnce: 10, perSecond: 100 });
    for (let n = 0; n < 10_000; n += 1) lane.wait('192.0.2.1', () => undefined);
    await vi.advanceTimersByTimeAsync(1_000);
    for (let n = 0; n < 5; n += 1) lane.wait('198.51.100.7', () => (begun += 1));
    await vi.advanceTimersByTimeAsync(200);
    expect(begun).toBe(5);
  });
});
