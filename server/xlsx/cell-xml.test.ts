import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellXml, textXml } from './cell-xml.ts';
import { columnName } from './sheet-xml.ts';

it('[X23] writes numbers, dates and shares as numbers, and texts as texts', () => {
  expect(cellXml('A1', 0.5, false)).toBe('<c r="A1"><v>0.5</v></c>');
  expect(cellXml('A1', { time: '2026-11-26T12:00:00Z' }, false)).toContain('<v>46352.5</v>');
  expect(cellXml('A1', { share: 0.25 }, false)).toContain('<v>0.25</v>');
  expect(cellXml('A1', '=1+1', false)).toContain('t="inlineStr"><is><t xml:space="preserve">=1+1<');
  for (const empty of ['', null, NaN, Infinity]) expect(cellXml('A1', empty, true)).toBe('');
});

it('[X3] [X23] writes no markup, and no character that XML cannot hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const xml = textXml(text);
      expect(xml).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
      expect(xml).not.toMatch(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
    }),
  );
  expect(textXml('a\u0007b <_x0041_> & c')).toBe('a_x0007_b &lt;_x005F_x0041_&gt; &amp; c');
});

it('[X23] counts columns as spreadsheets do', () => {
  expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});
