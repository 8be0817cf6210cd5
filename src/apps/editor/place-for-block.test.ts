import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeForBlock } from './place-for-block.ts';

/** The lines with a picture put in for a cursor in a line. */
function withPicture(lines: readonly string[], cursor: number): string[] {
  const { line, inPlace, before, after } = placeForBlock(lines, cursor);
  const kept = inPlace ? '' : (lines[line - 1] ?? '');
  return [
    ...lines.slice(0, line - 1),
    ...`${kept}${before}PICTURE${after}`.split('\n'),
    ...lines.slice(line),
  ];
}

it('A picture stands in a line of its own with blank lines around it, and no other line is lost', () => {
  const line = fc.constantFrom('# A', 'a b', '- a', '', ' ', '---', '```poll', '```', 'id: a');
  const text = fc.array(line, { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, fc.nat(), (lines: string[], at) => {
      const all = withPicture(lines, 1 + (at % lines.length));
      const picture = all.indexOf('PICTURE');
      expect(picture).toBeGreaterThanOrEqual(0);
      expect([all[picture - 1] ?? '', all[picture + 1] ?? ''].join('').trim()).toBe('');
      const written = (some: readonly string[]) => some.filter((one) => one.trim() !== '');
      expect(written(all.toSpliced(picture, 1))).toEqual(written(lines));
    }),
  );
});

it('A picture goes behind the line with the cursor, and into it where it is blank', () => {
  expect(withPicture(['# A', 'b'], 1)).toEqual(['# A', '', 'PICTURE', '', 'b']);
  expect(withPicture(['# A', '', 'b'], 2)).toEqual(['# A', '', 'PICTURE', '', 'b']);
  expect(withPicture(['# A', '', '', '', 'b'], 3)).toEqual(['# A', '', 'PICTURE', '', 'b']);
  expect(withPicture(['# A', ''], 1)).toEqual(['# A', '', 'PICTURE', '']);
});

it('A picture parts neither a question nor the options of a deck or a slide', () => {
  const deck = ['---', 'title: A', '---', '', '# A', '', '```poll', 'id: a', '```', '', '---', 'b'];
  expect(withPicture(deck, 2).slice(2, 6)).toEqual(['---', '', 'PICTURE', '']);
  expect(withPicture(deck, 8).slice(8, 12)).toEqual(['```', '', 'PICTURE', '']);
  expect(withPicture(deck, 12).slice(11)).toEqual(['b', '', 'PICTURE']);
});
