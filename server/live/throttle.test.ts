import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { crowdInterval, Throttle, bandwidthInterval, fixedInterval } from './throttle.ts';

const fail = (error: unknown): never => {
  throw error;
};

describe('[S21] a throttle', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets the first change out at once', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    new Throttle(fixedInterval(100), publish, fail).changed('tea');
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('gathers what follows into one, after the interval', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(fixedInterval(100), publish, fail);
    for (let n = 0; n < 50; n += 1) throttle.changed('tea');
    expect(publish).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(99);
    expect(publish).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(publish).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('notes a publication that throws, and publishes the next change', () => {
    const faults: unknown[] = [];
    const publish = vi.fn<(key: string) => number>(() => 0);
    publish.mockThrowOnce(new Error('a fault')).mockThrowOnce(new Error('another, by the timer'));
    const throttle = new Throttle(fixedInterval(100), publish, (error) => faults.push(error));
    for (let n = 0; n < 3; n += 1) {
      throttle.changed('tea');
      throttle.changed('tea');
      vi.advanceTimersByTime(100);
    }
    expect(faults).toHaveLength(2);
    expect(publish.mock.results.some(({ type }) => type === 'return')).toBe(true);
  });

  it('never leaves a change unpublished', () => {
    let said = 0;
    let published = 0;
    const throttle = new Throttle(fixedInterval(100), () => (published = said), fail);
    for (let n = 1; n <= 30; n += 1) {
      said = n;
      throttle.changed('tea');
      vi.advanceTimersByTime(37);
    }
    vi.advanceTimersByTime(200);
    expect(published).toBe(30);
  });

  it('keeps one question from holding up another', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(fixedInterval(100), publish, fail);
    throttle.changed('tea');
    throttle.changed('coffee');
    expect(publish.mock.calls).toEqual([['tea'], ['coffee']]);
  });

  it('publishes nothing of a change that comes after its end', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(fixedInterval(100), publish, fail);
    throttle.stop();
    throttle.changed('tea');
    vi.advanceTimersByTime(1_000);
    expect(publish).not.toHaveBeenCalled();
  });

  it('is silent once stopped', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(fixedInterval(100), publish, fail);
    throttle.changed('tea');
    throttle.changed('tea');
    throttle.stop();
    vi.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('shows each change of a small room at once', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(crowdInterval(100), publish, fail);
    for (let n = 1; n <= 40; n += 1) {
      throttle.changed('tea');
      expect(publish).toHaveBeenCalledTimes(n);
      vi.advanceTimersByTime(25);
    }
  });

  it('shows a crowd ten times a second, and its last change', () => {
    const publish = vi.fn<(key: string) => number>(() => 0);
    const throttle = new Throttle(crowdInterval(100), publish, fail);
    for (let n = 0; n < 1_000; n += 1) {
      throttle.changed('tea');
      vi.advanceTimersByTime(2);
    }
    const busy = publish.mock.calls.length;
    expect(busy).toBeLessThanOrEqual(12 + 20);
    expect(busy).toBeGreaterThanOrEqual(20);
    vi.advanceTimersByTime(100);
    expect(publish).toHaveBeenCalledTimes(busy + 1);
  });

  it('sends a phone at most four tallies a second, and fewer where they are large', () => {
    for (const [bytes, most] of [
      [100, 4],
      [1_000, 0.4],
    ] as const) {
      const publish = vi.fn<(key: string) => number>(() => bytes);
      const throttle = new Throttle(bandwidthInterval(4, 400), publish, fail);
      for (let n = 0; n < 1_000; n += 1) {
        throttle.changed('tea');
        vi.advanceTimersByTime(10);
      }
      expect(publish.mock.calls.length).toBeLessThanOrEqual(1 + 10 * most);
      expect(publish.mock.calls.length).toBeGreaterThanOrEqual(10 * most - 1);
      throttle.stop();
    }
  });
});
