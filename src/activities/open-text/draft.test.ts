import { describe, expect, it } from 'vitest';
import { obstacle, charactersLeftLabel, startedFrom } from './draft.ts';

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
  ] as const)('says what is missing: %s', (_, text, choice, options, words) => {
    expect(obstacle(text, choice, options)).toBe(words);
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
});

describe('the place that is left', () => {
  it.each([
    [21, ''],
    [20, 'Fewer than 21 characters left'],
    [1, 'Fewer than 21 characters left'],
    [0, 'No characters left'],
  ])('is told where it gets short, and not at each key: %i', (left, words) => {
    expect(charactersLeftLabel(left)).toBe(words);
  });
});
