import { isTag, type Element } from 'domhandler';
import { findAll, findOne, getChildren, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/** A page of reveal.js: `.slides` with a `<section>` for each slide, or for each column of slides. */
export interface Page {
  /** Empty where it has none. */
  readonly title: string;
  readonly lang: string;
  /** True where the page has a program of reveal.js for formulas. */
  readonly hasMath: boolean;
  /** The width of its slides in CSS pixels. */
  readonly width: number;
  /** The style sheets that are written in the page. */
  readonly style: string;
  /** Columns of slides, from the left; slides of one column from the top. */
  readonly columns: readonly (readonly Element[])[];
}

/** Reads a page of reveal.js from its HTML; null for any other page. */
export function readPage(html: string): Page | null {
  const root = parseDocument(html).children;
  const slides = findOne((element) => hasClass(element, 'slides'), root);
  const columns = sections(slides).map((section) => {
    const below = sections(section);
    return below.length === 0 ? [section] : below;
  });
  if (columns.length === 0) return null;
  const named = (name: string): Element[] => findAll((element) => element.name === name, root);
  const outside = named('style').filter((style) => !isInside(style, slides));
  const scripts = named('script').filter((script) => !isInside(script, slides));
  return {
    title: textContent(named('title').slice(0, 1)).trim().replace(/\s+/g, ' '),
    lang: named('html')[0]?.attribs['lang'] ?? '',
    width: widthIn(scripts.map((script) => textContent(script)).join('\n')),
    hasMath: scripts.some((script) =>
      /math|katex/i.test(script.attribs['src'] ?? textContent(script)),
    ),
    style: textContent(outside).trim(),
    columns,
  };
}

/** The width that a program sets for slides; else that of reveal.js. */
function widthIn(program: string): number {
  const [, written] = /\bReveal\b[^;]{0,2000}?\bwidth\s*:\s*['"]?(\d{3,4})\b/.exec(program) ?? [];
  return written === undefined ? 960 : Number(written);
}

/** The path of the Markdown file that a slide names, as it is written; null where it names none. */
export function markdownFile({ attribs }: Element): string | null {
  const address = attribs['data-markdown'] ?? '';
  return address === '' ? null : address;
}

function sections(parent: Element | null): Element[] {
  return parent === null
    ? []
    : getChildren(parent)
        .filter(isTag)
        .filter(({ name }) => name === 'section');
}

function hasClass({ attribs }: Element, name: string): boolean {
  return (attribs['class'] ?? '').split(/\s+/).includes(name);
}

function isInside(element: Element, outer: Element | null): boolean {
  for (let parent = element.parent; parent !== null; parent = parent.parent) {
    if (parent === outer) return true;
  }
  return false;
}
