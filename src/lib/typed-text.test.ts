import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, normaliseText, textLength } from './typed-text.ts';

describe('[V13] normalised text', () => {
  it.each([
    ['spaces, tabs and lines', '  slow\tbuilds \r\n every   day ', 'slow builds every day'],
    ['an accent typed by itself', 'Cafe\u0301', 'Caf\u00E9'],
    ['a mark that turns the line around', 'safe \u202Egnirts\u202C', 'safe gnirts'],
    ['an accent parted from its letter', 'e\u200B\u0301', '\u00E9'],
    ['control characters', 'a\u0000b\u0007c', 'a b c'],
    ['half an emoji', 'a \uD83D b', 'a \uFFFD b'],
    ['the other half of one', 'a\uDC69', 'a\uFFFD'],
  ])('has no stray spaces, marks or control characters: %s', (_, typed, kept) => {
    expect(normaliseText(typed)).toBe(kept);
  });

  it.each([
    '👩\u200D💻 deploys',
    'می\u200Cخواهم',
    'نشر',
    '<script>',
    "Robert'); DROP TABLE",
    '\u0643\u0654',
    '.',
    '⠓⠊',
    '각',
    '\uFFFD',
  ])('keeps every script, emoji and sign: %s', (typed) => {
    expect(normaliseText(typed)).toBe(typed);
  });

  it.each([
    '',
    '   ',
    '\n',
    '\u200B',
    '\u200D\u200D',
    '\u0301',
    '\u2066\u2069',
    ...[
      '\u3164',
      '\u2800',
      '\uFFA0',
      '\u115F\u1160',
      '\u3164 \u2800',
      '\uFE0F',
      '\u034F',
      '\u00AD',
    ],
    ...[
      '\u17B4',
      '\u180E',
      '\uFEFF',
      '\u2063',
      '\u3000',
      '\u00A0',
      '\u{1D159}',
      '\u{13441}',
      '\u{E0041}',
      '\uFFFC',
    ],
    ...['\u{1D173}', '\u{E0101}', '\uFFFE', '\u2028', '\u061C'],
  ])('is empty where nothing of it is visible: %j', (typed) => {
    expect(normaliseText(typed)).toBe('');
  });

  const strange = fc.string({ unit: fc.constantFrom(...'ae \u0301\u200B\u200D\u202E\n\u{1F469}') });

  it('does not change when it is normalised again', () => {
    fc.assert(
      fc.property(strange, (typed) => {
        expect(normaliseText(normaliseText(typed))).toBe(normaliseText(typed));
      }),
    );
  });
});

describe('[V12] the length of a text', () => {
  it.each([
    ['Latin letters', 'abc', 3],
    ['an accent typed by itself', 'e\u0301', 1],
    ['letters that composing takes apart', '\u09DF\u0958', 4],
    ['an emoji beyond 16 bits', '👩', 1],
    ['an emoji of several', '👩\u200D💻', 3],
    ['nothing', '', 0],
  ])('is counted once it is normalised, by characters: %s', (_, typed, length) => {
    expect(textLength(normaliseText(typed))).toBe(length);
  });
});

describe('[V12] a text that is cut', () => {
  it.each([
    ['abcdef', 3, 'abc'],
    ['abc', 3, 'abc'],
    ['ab cd', 3, 'ab'],
    ['ab👩\u200D💻', 4, 'ab'],
    ['ab👩\u200D💻', 5, 'ab👩\u200D💻'],
    ['🇩🇪🇫🇷', 3, '🇩🇪'],
    ['👍🏽👍🏽', 3, '👍🏽'],
    ['\u09DF\u09DF', 3, '\u09AF\u09BC'],
    ['q\u0323\u0307y', 2, ''],
    ['\u1100\u1161\u11A8\u1100', 1, '각'],
    ['abc', 0, ''],
    ['abc', -1, ''],
  ])('ends before the sign that has no place: %s to %i', (typed, longest, kept) => {
    expect(cutText(typed, longest)).toBe(kept);
  });

  const strange = fc.string({ unit: 'binary', maxLength: 40 });

  it('fits, begins as the text does, and loses no more than the sign that has no place', () => {
    const signs = (text: string) =>
      [...new Intl.Segmenter().segment(text)].map((one) => one.segment);
    fc.assert(
      fc.property(strange, fc.nat(20), (typed, longest) => {
        const [whole, kept] = [normaliseText(typed), cutText(typed, longest)];
        expect(textLength(kept)).toBeLessThanOrEqual(longest);
        expect(whole.startsWith(kept)).toBe(true);
        const [keptSigns, all] = [signs(kept), signs(whole)];
        expect(all.slice(0, keptSigns.length)).toEqual(keptSigns);
      }),
    );
  });
});
