import { describe, expect, it } from 'vitest';
import { formatMinutes, formatPace, paceOf } from './pace.ts';

const slides = [{ minutes: 2 }, { minutes: null }, { minutes: 5 }, { minutes: 3 }];

describe('the pace of a session', () => {
  it('is unknown if its author planned nothing', () => {
    expect(paceOf([{ minutes: null }], 0, 3)).toBeNull();
  });

  it('is unknown if less than half of the slides are planned', () => {
    const few = [{ minutes: 2 }, { minutes: null }, { minutes: null }];
    expect(paceOf(few, 2, 12)).toBeNull();
    expect(paceOf([...few, { minutes: 1 }], 2, 12)).not.toBeNull();
  });

  it('adds up the minutes planned for the whole deck', () => {
    expect(paceOf(slides, 0, 0)?.planned).toBe(10);
  });

  it('gives a plan in minutes and seconds, as the clock beside it', () => {
    expect([0.75, 1, 1.5, 90].map(formatMinutes)).toEqual(['0:45', '1:00', '1:30', '90:00']);
  });

  it.each([
    [0, 1.9, 'on time'],
    [2, 2, 'on time'],
    [2, 7, 'on time'],
    [2, 9.2, '2 min behind'],
    [3, 4, '3 min ahead'],
    [3, 25, '15 min behind'],
  ])('on slide %i after %d minutes is %s', (index, elapsed, words) => {
    const pace = paceOf(slides, index, elapsed);
    expect(pace === null ? '' : formatPace(pace)).toBe(words);
  });
});
