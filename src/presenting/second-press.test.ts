import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SecondPress } from './second-press.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[P11] a press that leads far', () => {
  it('counts when it is repeated within two seconds, and then asks anew', () => {
    const presses = new SecondPress<'first' | 'last'>();
    expect(presses.press('last')).toBe(false);
    expect(presses.asked.value).toBe('last');
    vi.advanceTimersByTime(1_900);
    expect(presses.press('last')).toBe(true);
    expect(presses.asked.value).toBeNull();
    expect(presses.press('last')).toBe(false);
  });

  it('counts when a finger repeats it as fast as it can, and not when its key bounces', () => {
    const presses = new SecondPress<'first' | 'last'>();
    presses.press('first');
    vi.advanceTimersByTime(40);
    expect(presses.press('first')).toBe(false);
    expect(presses.asked.value).toBe('first');
    vi.advanceTimersByTime(80);
    expect(presses.press('first')).toBe(true);
  });

  it('is forgotten after two seconds, and by the press of another key', () => {
    const presses = new SecondPress<'first' | 'last'>();
    presses.press('last');
    vi.advanceTimersByTime(2_000);
    expect(presses.asked.value).toBeNull();
    expect(presses.press('last')).toBe(false);
    expect(presses.press('first')).toBe(false);
    expect(presses.asked.value).toBe('first');
    presses.forget();
    expect(presses.press('first')).toBe(false);
  });
});
