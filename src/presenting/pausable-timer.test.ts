import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PausableTimer } from './pausable-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[P20] a timer that can be held', () => {
  it('goes on with the time that was left when it is let go', () => {
    const ended = vi.fn<() => void>();
    const timer = new PausableTimer(ended);
    timer.start(10_000);
    vi.advanceTimersByTime(7_000);
    timer.hold(true);
    vi.advanceTimersByTime(60_000);
    timer.hold(false);
    vi.advanceTimersByTime(2_999);
    expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('that is held when it starts begins once it is let go', () => {
    const ended = vi.fn<() => void>();
    const timer = new PausableTimer(ended);
    timer.hold(true);
    timer.start(10_000);
    vi.advanceTimersByTime(60_000);
    timer.hold(false);
    vi.advanceTimersByTime(9_999);
    expect(ended).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(ended).toHaveBeenCalledOnce();
  });

  it('does not end once it was stopped, however it is held', () => {
    const ended = vi.fn<() => void>();
    const timer = new PausableTimer(ended);
    timer.start(10_000);
    timer.stop();
    timer.hold(true);
    timer.hold(false);
    vi.advanceTimersByTime(60_000);
    expect(ended).not.toHaveBeenCalled();
  });
});
