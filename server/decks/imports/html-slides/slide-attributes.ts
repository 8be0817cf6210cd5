import type { Element } from 'domhandler';

/** Attributes that say how the Markdown of a slide is read, and those that reveal.js sets itself. */
const OF_MARKDOWN = /^data-(?:markdown|charset|separator(?:-vertical|-notes)?|element-attributes)$/;

/** The comment that gives a slide, or an element, its attributes in a deck; null where there are none. */
export function attributesComment(
  target: 'slide' | 'element',
  { attribs }: Element,
): string | null {
  const written = Object.entries(attribs)
    .filter(([name, value]) => !OF_MARKDOWN.test(name) && !/--!?>/.test(name + value))
    .map(([name, value]) => (value === '' ? name : `${name}="${quoted(value)}"`));
  return written.length === 0 ? null : `<!-- .${target}: ${written.join(' ')} -->`;
}

function quoted(value: string): string {
  return value.replace(/\s+/g, ' ').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}
