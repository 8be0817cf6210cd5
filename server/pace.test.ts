import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pace } from './pace.ts';

describe('[S21] the pace of publishing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('lets the first change out at once', () => {
    const publish = vi.fn<(key: string) => void>();
    new Pace(100, publish).changed('tea');
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('gathers what follows into one, after the interval', () => {
    const publish = vi.fn<(key: string) => void>();
    const pace = new Pace(100, publish);
    for (let n = 0; n < 50; n += 1) pace.changed('tea');
    expect(publish).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(99);
    expect(publish).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(publish).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('never leaves a change unpublished', () => {
    let said = 0;
    let published = 0;
    const pace = new Pace(100, () => (published = said));
    for (let n = 1; n <= 30; n += 1) {
      said = n;
      pace.changed('tea');
      vi.advanceTimersByTime(37);
    }
    vi.advanceTimersByTime(200);
    expect(published).toBe(30);
  });

  it('keeps one question from holding up another', () => {
    const publish = vi.fn<(key: string) => void>();
    const pace = new Pace(100, publish);
    pace.changed('tea');
    pace.changed('coffee');
    expect(publish.mock.calls).toEqual([['tea'], ['coffee']]);
  });

  it('is silent once stopped', () => {
    const publish = vi.fn<(key: string) => void>();
    const pace = new Pace(100, publish);
    pace.changed('tea');
    pace.changed('tea');
    pace.stop();
    vi.advanceTimersByTime(1_000);
    expect(publish).toHaveBeenCalledTimes(1);
  });
});
