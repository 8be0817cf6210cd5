import type { Shape } from './shape.ts';

export interface Drawing {
  /** In CSS pixels, as is the height. */
  readonly width: number;
  readonly height: number;
  /** The name of the picture, for programs that read it out. */
  readonly title: string;
  readonly shapes: readonly Shape[];
  /** Rules of CSS with the fonts; '' for none. */
  readonly fonts: string;
}

/** All that XML 1.0 has no place for, not even as an escape: control characters and halves of characters. */
const NOT_IN_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Writes a drawing as a document of SVG 1.1, in which all texts are text. */
export function writeSvg({ width, height, title, shapes, fonts }: Drawing): string {
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${size} role="img">`,
    `<title>${escaped(title)}</title>`,
    ...(fonts === '' ? [] : [`<style>${escaped(fonts)}</style>`]),
    ...shapes.map(written),
    '</svg>',
    '',
  ].join('\n');
}

function written({ tag, attributes, text = '', shapes = [] }: Shape): string {
  const given = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [` ${name}="${escaped(String(rounded(value)))}"`],
  );
  // Programs that know SVG 1.1 alone would join the spaces of a line of code.
  const space = tag === 'text' ? ' xml:space="preserve"' : '';
  const content = escaped(text) + shapes.map(written).join('');
  return `<${tag}${given.join('')}${space}${content === '' ? '/>' : `>${content}</${tag}>`}`;
}

function rounded(value: string | number): string | number {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : value;
}

function escaped(text: string): string {
  return text.replace(NOT_IN_XML, '\ufffd').replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
