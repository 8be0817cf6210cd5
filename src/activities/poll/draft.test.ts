import { describe, expect, it } from 'vitest';
import { answerOf, draftOf, isGiven, obstacle, toggle } from './draft.ts';
import { poll, type PollContent } from './poll.ts';
import { howMany } from './labels.ts';

const TWO_TO_THREE: PollContent = {
  options: ['Tea', 'Coffee', 'Water', 'Juice'],
  accents: [],
  min: 2,
  max: 3,
  other: true,
};
const EMPTY = draftOf(null);

describe('the draft of an answer', () => {
  it('starts as what was given', () => {
    const given = { choices: [1, 2], other: 'Milk' };
    expect(answerOf(draftOf(given))).toEqual(given);
    expect(isGiven(draftOf(given), given)).toBe(true);
  });

  it('starts empty where nothing was given', () => {
    expect(answerOf(EMPTY)).toEqual({ choices: [], other: null });
    expect(isGiven(EMPTY, null)).toBe(false);
  });

  it('keeps its choices in the order of the options', () => {
    expect(toggle(toggle(EMPTY, 2), 0).choices).toEqual([0, 2]);
  });

  it('takes a choice back at the second tap', () => {
    expect(toggle(toggle(EMPTY, 2), 2)).toEqual(EMPTY);
  });

  it('is no longer what was given once anything is changed, and is again once it is changed back', () => {
    const given = { choices: [1, 2], other: null };
    const changed = toggle(draftOf(given), 0);
    expect(isGiven(changed, given)).toBe(false);
    expect(isGiven({ ...draftOf(given), other: 'Milk' }, given)).toBe(false);
    expect(isGiven(toggle(changed, 0), given)).toBe(true);
  });

  it('holds no words where the field holds only spaces', () => {
    expect(answerOf({ choices: [0], other: '  ' })).toEqual({ choices: [0], other: null });
  });
});

describe('the obstacle to sending a draft', () => {
  it('[V12] is the length that the server refuses, in any script', () => {
    const content = { ...TWO_TO_THREE, min: 1 };
    for (const letter of ['x', '\u0958', '\u09DF', 'e\u0301', '👩', '👩\u200D💻', ' x']) {
      for (const count of [66, 67, 100, 101, 200, 201]) {
        const draft = { choices: [], other: letter.repeat(count) };
        const sendable = obstacle(content, draft) === null;
        expect(poll.check(content, answerOf(draft)).ok).toBe(sendable);
        expect(poll.check(content, draft).ok).toBe(sendable);
      }
    }
  });

  it('[V13] is said by the server where nothing of the own choice is visible', () => {
    const sent = answerOf({ choices: [], other: '\u3164' });
    expect(poll.check({ ...TWO_TO_THREE, min: 1 }, sent).ok).toBe(false);
  });

  it.each([
    [{ choices: [], other: '' }, 'Choose 2 more to send.'],
    [{ choices: [0], other: '' }, 'Choose one more to send.'],
    [{ choices: [0], other: 'Milk' }, null],
    [{ choices: [0, 1, 2], other: '' }, null],
    [
      { choices: [0], other: '\u0958'.repeat(101) },
      'Your own choice must be a text of at most 200 characters.',
    ],
    [{ choices: [0, 1, 2], other: 'Milk' }, 'You have chosen 4. Choose at most 3: deselect 1.'],
  ])('%j: %s', (draft, words) => {
    expect(obstacle(TWO_TO_THREE, draft)).toBe(words);
  });
});

describe('the label of how many may be chosen', () => {
  it.each([
    [1, 1, 'Choose one'],
    [2, 2, 'Choose 2'],
    [1, 3, 'Choose up to 3'],
    [2, 4, 'Choose 2 to 4'],
  ])('%i to %i: %s', (min, max, words) => {
    expect(howMany({ ...TWO_TO_THREE, min, max })).toBe(words);
  });
});
