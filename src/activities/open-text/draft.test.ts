import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from '../../lib/typed-text.ts';
import { openText } from './open-text.ts';
import { charactersLeft, charactersLeftLabel, obstacle, startedFrom } from './draft.ts';

const CONTENT = { options: [], starters: null, remindIn: null, longest: 20 };

const STARTERS = [
  { about: 'Data', step: 'Save every extract' },
  { about: 'People', step: 'Name an owner' },
];

describe('a text that can’t be sent yet', () => {
  it.each([
    ['nothing', '', null, 0, 'Write something to send.'],
    ['nothing where something could be tapped', '', null, 3, 'Choose one, or write something.'],
    ['a text', 'Slow builds', null, 0, null],
    ['nothing more, beside a tap', '', 1, 3, null],
    ['too much', 'x'.repeat(21), null, 0, 'Shorten it to 20 characters.'],
    ['too much beside a tap', 'x'.repeat(21), 1, 3, 'Shorten it to 20 characters.'],
    ['as many emoji as fit', '👩'.repeat(20), null, 0, null],
  ] as const)('says what is wrong: %s', (_, text, choice, options, words) => {
    const labels = ['A', 'B', 'C'].slice(0, options);
    expect(obstacle({ ...CONTENT, options: labels }, text, choice)).toBe(words);
  });

  it('[V12] is the text that the server refuses as too long, in any script', () => {
    const unit = fc.constantFrom('\u09DF', '\u0958', 'e\u0301', '👩\u200D💻', ' ', 'x', '\uD83D');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 1, maxLength: 30 }), (typed) => {
        const sendable = obstacle(CONTENT, normaliseText(typed), null) === null;
        expect(openText.check(CONTENT, { choice: null, text: typed }).ok).toBe(sendable);
      }),
    );
  });
});

describe('a step to start from', () => {
  it('fills an empty field', () => {
    expect(startedFrom('Name an owner', '  ', STARTERS, 140)).toBe('Name an owner');
  });

  it('takes the place of another step', () => {
    expect(startedFrom('Name an owner', 'Save every extract', STARTERS, 140)).toBe('Name an owner');
    expect(startedFrom('Name an owner', 'Save ever', STARTERS, 9)).toBe('Name an o');
  });

  it('goes behind what its writer typed, and takes nothing of it away', () => {
    expect(startedFrom('Name an owner', 'On Monday: ', STARTERS, 140)).toBe(
      'On Monday: Name an owner',
    );
  });

  it('is cut where there is no place for all of it', () => {
    expect(startedFrom('Name an owner', '', STARTERS, 6)).toBe('Name a');
  });

  it('[V12] is never cut within a sign', () => {
    expect(startedFrom('Ask Ann 👩\u200D💻 first', '', STARTERS, 9)).toBe('Ask Ann');
    expect(startedFrom('Ask Ann 👩\u200D💻 first', '', STARTERS, 11)).toBe('Ask Ann 👩\u200D💻');
    expect(startedFrom('পায়', '', STARTERS, 3)).toBe('পা');
  });

  it('takes nothing away from what is too long already', () => {
    expect(startedFrom('Name an owner', 'On Monday we begin', STARTERS, 9)).toBe(
      'On Monday we begin',
    );
  });
});

describe('the place that is left', () => {
  it.each([
    [21, ''],
    [20, 'Fewer than 21 characters left'],
    [1, 'Fewer than 21 characters left'],
    [0, 'No characters left'],
    [-1, ''],
  ])('is told where it gets short, and not at each key: %i', (left, words) => {
    expect(charactersLeftLabel(left)).toBe(words);
  });

  it.each([
    [5, '5 characters left'],
    [0, '0 characters left'],
    [1, '1 character left'],
    [-1, '1 character too many'],
    [-5, '5 characters too many'],
  ])('is told below the field: %i', (left, words) => {
    expect(charactersLeft(left)).toBe(words);
  });
});
