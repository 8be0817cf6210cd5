import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PressGuard, restOf } from './press-guard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('[P8] a press of a presenter', () => {
  it('counts, and the next one only 300 ms after the last', () => {
    const guard = new PressGuard();
    expect(guard.press()).toBe(true);
    vi.advanceTimersByTime(250);
    expect(guard.press()).toBe(false);
    vi.advanceTimersByTime(299);
    expect(guard.resting.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect(guard.resting.value).toBe(false);
    expect(guard.press()).toBe(true);
  });

  it('leaves the buttons as they look, until somebody presses in a long rest', () => {
    const guard = new PressGuard();
    guard.press();
    vi.advanceTimersByTime(299);
    guard.press();
    expect(restOf(guard)).toEqual({ 'aria-disabled': true, 'data-quiet': true });
    guard.opened();
    vi.advanceTimersByTime(800);
    expect(restOf(guard)).toEqual({ 'aria-disabled': true, 'data-quiet': true });
    guard.press();
    expect(restOf(guard)).toEqual({ 'aria-disabled': true, 'data-quiet': null });
    vi.advanceTimersByTime(1_500);
    expect(restOf(guard)).toEqual({ 'aria-disabled': false, 'data-quiet': null });
    expect(restOf(guard, true)).toEqual({ 'aria-disabled': true, 'data-quiet': null });
  });

  it('does nothing until a question has been open for 1.5 s, however often it is repeated', () => {
    const guard = new PressGuard();
    guard.press();
    guard.opened();
    vi.advanceTimersByTime(1_000);
    expect(guard.press()).toBe(false);
    vi.advanceTimersByTime(499);
    expect(guard.resting.value).toBe(true);
    vi.advanceTimersByTime(1);
    expect(guard.press()).toBe(true);
  });
});
