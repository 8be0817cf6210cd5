import { describe, expect, it } from 'vitest';
import { isDraft, isGiven, moveTo, obstacle, placeNews, toggle } from './draft.ts';

const CONTENT = { options: ['Tea', 'Walk', 'Mail', 'Sleep'], top: 3 };

describe('[V22] the draft of an order', () => {
  it('has each option at the next place, in the order of the taps', () => {
    expect(toggle(toggle([], 2), 0)).toEqual([2, 0]);
  });

  it('closes the gap where one is taken out', () => {
    expect(toggle([2, 0, 1], 0)).toEqual([2, 1]);
  });

  it('has an option at another place, with the others in their order', () => {
    expect(moveTo([2, 0, 1], 1, 0)).toEqual([1, 2, 0]);
    expect(moveTo([2, 0, 1], 2, 1)).toEqual([0, 2, 1]);
    expect(moveTo([2, 0, 1], 2, 2)).toEqual([0, 1, 2]);
  });

  it('stays as it is at its ends, and for what has no place', () => {
    expect(moveTo([2, 0, 1], 2, -1)).toEqual([2, 0, 1]);
    expect(moveTo([2, 0, 1], 1, 3)).toEqual([2, 0, 1]);
    expect(moveTo([2, 0], 3, 0)).toEqual([2, 0]);
  });

  it('is sent once it has all places', () => {
    expect(obstacle(CONTENT, [])).toBe('Place 3 more to send.');
    expect(obstacle(CONTENT, [2, 0])).toBe('Place one more to send.');
    expect(obstacle(CONTENT, [2, 0, 1])).toBeNull();
  });

  it('is given only in the very order that was sent', () => {
    expect(isGiven([2, 0, 1], { order: [2, 0, 1] })).toBe(true);
    expect(isGiven([0, 2, 1], { order: [2, 0, 1] })).toBe(false);
    expect(isGiven([], null)).toBe(false);
  });

  it('says in words what was changed', () => {
    expect(placeNews(CONTENT, [2, 0], 0)).toBe('Tea: place 2 of 3');
    expect(placeNews(CONTENT, [2], 0)).toBe('Tea: taken out');
  });

  it('is known by its form', () => {
    expect(isDraft([2, 0])).toBe(true);
    expect(isDraft({ choices: [], other: '' })).toBe(false);
  });
});
