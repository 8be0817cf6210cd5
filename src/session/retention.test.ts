import { describe, expect, it } from 'vitest';
import { isDue, keptUntil } from './retention.ts';

const DAY = 86_400_000;
const ended = { endedAt: 10 * DAY, lastAt: 12 * DAY, keepDays: 5 };
const going = { ...ended, endedAt: null };

describe('[X18] the time for which a session is kept', () => {
  it('is counted from its end, whatever came after, or from its latest fact where it has not ended', () => {
    expect(keptUntil(ended, null)).toBe(15 * DAY);
    expect(keptUntil(going, null)).toBe(17 * DAY);
  });

  it('is the shorter one of those that its deck and its server say', () => {
    expect(keptUntil(ended, 3)).toBe(13 * DAY);
    expect(keptUntil(ended, 90)).toBe(15 * DAY);
    expect(keptUntil({ ...ended, keepDays: null }, 90)).toBe(100 * DAY);
  });

  it('has no end where neither says one, or the facts cannot be read', () => {
    expect(keptUntil({ ...ended, keepDays: null }, null)).toBeNull();
    expect(keptUntil({ ...ended, lastAt: null }, 1)).toBeNull();
    expect(isDue({ ...ended, lastAt: null }, 1, 1000 * DAY)).toBe(false);
  });

  it('is over at its last moment, and not before', () => {
    expect(isDue(ended, null, 15 * DAY - 1)).toBe(false);
    expect(isDue(ended, null, 15 * DAY)).toBe(true);
  });
});
