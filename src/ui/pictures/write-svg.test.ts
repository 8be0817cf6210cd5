import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { getElementsByTagName, textContent } from 'domutils';
import { describe, expect, it } from 'vitest';
import type { Shape } from './shape.ts';
import { writeSvg } from './write-svg.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '</text></svg><a href="javascript:alert(1)">x</a>',
  '" onload="alert(1)',
  ']]><foreignObject>',
  '&lt;',
  '\u0000\u0007\ud800',
];

const drawing = (text: string) =>
  writeSvg({
    ...{ width: 960, height: 100, fonts: '', title: text },
    shapes: [{ tag: 'text', attributes: { x: 1, y: 2, 'font-family': text }, text }],
  });

/** The elements of a document, and their attributes without those of ours. */
function elementsOf(svg: string) {
  const document = parseDocument(svg, { xmlMode: true });
  return getElementsByTagName(() => true, document).map(({ name, attribs }) => ({
    name,
    attributes: Object.keys(attribs),
  }));
}

describe('[X31] the SVG of a picture', () => {
  it('has the same elements and attributes whatever was written', () => {
    const part = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' }));
    const plain = elementsOf(drawing('Tea'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), (parts) => {
        expect(elementsOf(drawing(parts.join('')))).toEqual(plain);
      }),
    );
  });

  it('has every text as it was written, but for what XML has no place for', () => {
    const document = parseDocument(drawing('a  <b>& "c" 🎉 中文\u0000'), { xmlMode: true });
    const [text] = getElementsByTagName('text', document);
    expect(text && textContent(text)).toBe('a  <b>& "c" 🎉 中文\ufffd');
  });

  it('says its size in pixels, rounds to hundredths, and leaves out what is not given', () => {
    const bar: Shape = { tag: 'rect', attributes: { x: 1 / 3, width: 2, rx: undefined } };
    const svg = writeSvg({ width: 960, height: 540, title: '', shapes: [bar], fonts: '' });
    expect(svg).toContain('width="960" height="540" viewBox="0 0 960 540"');
    expect(svg).toContain('<rect x="0.33" width="2"/>');
  });
});
