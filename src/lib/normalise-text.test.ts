import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText } from './normalise-text.ts';

describe('normalised text', () => {
  it.each([
    ['spaces, tabs and lines', '  slow\tbuilds \r\n every   day ', 'slow builds every day'],
    ['an accent typed by itself', 'Cafe\u0301', 'Caf\u00E9'],
    ['a mark that turns the line around', 'safe \u202Egnirts\u202C', 'safe gnirts'],
    ['an accent parted from its letter', 'e\u200B\u0301', '\u00E9'],
    ['control characters', 'a\u0000b\u0007c', 'a b c'],
  ])('has no stray spaces, marks or control characters: %s', (_, typed, kept) => {
    expect(normaliseText(typed)).toBe(kept);
  });

  it.each(['👩\u200D💻 deploys', 'می\u200Cخواهم', 'نشر', '<script>', "Robert'); DROP TABLE"])(
    'keeps every script, emoji and sign: %s',
    (typed) => {
      expect(normaliseText(typed)).toBe(typed);
    },
  );

  it.each(['', '   ', '\n', '\u200B', '\u200D\u200D', '\u0301', '\u2066\u2069'])(
    'is empty where nothing of it is visible: %j',
    (typed) => {
      expect(normaliseText(typed)).toBe('');
    },
  );

  const strange = fc.string({ unit: fc.constantFrom(...'ae \u0301\u200B\u200D\u202E\n\u{1F469}') });

  it('does not change when it is normalised again', () => {
    fc.assert(
      fc.property(strange, (typed) => {
        expect(normaliseText(normaliseText(typed))).toBe(normaliseText(typed));
      }),
    );
  });
});
