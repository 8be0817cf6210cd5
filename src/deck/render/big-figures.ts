import { isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { getChildren } from 'domutils';
import { addAttributes } from '../parse/directives.ts';

/** The theme's grid, in pixels of a slide: 12 columns between two margins, gutters between them. */
export const TEXT_WIDTH = 1680;
export const GUTTER = 48;

/** The theme's steps for figures, in pixels; `big-figures-1` says the first. */
export const STEPS = [448, 320, 224, 160, 112, 80];

/** Widths in em of letters in the theme's sans, as figures are set; each a little generous. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\s.,:;'’|!ijlI]/u, 0.21],
  [/[()[\]tfr1/-]/u, 0.36],
  [/[EFLT]/u, 0.62],
  [/[mwM%‰@&]/u, 0.88],
  [/[W—]/u, 1],
  [/[→←↔]/u, 0.83],
  [/[CDGHNOQU]/u, 0.74],
  [/[A-Z]/u, 0.68],
  [/[a-z]/u, 0.55],
  [/[235-9]/u, 0.59],
];
const OTHER_WIDTH = 0.62;

/**
 * Marks the figures that a slide sets as large as their column allows with the class `big-figure`.
 * Returns the class that says to the slide which step of the scale that is, or null where it has no
 * such figure. All figures of one slide have the size of the widest.
 */
export function markFigures(root: Document, layout: string): string | null {
  const { figures, columns } = findFigures(root, layout);
  if (figures.length === 0) return null;
  for (const figure of figures) addAttributes(figure.attribs, { class: 'big-figure' });
  const room = (TEXT_WIDTH - GUTTER * (columns - 1)) / columns;
  const widest = Math.max(...figures.map((figure) => widthOf(textOf(figure))));
  const fits = STEPS.findIndex((size) => size * widest <= room);
  return `big-figures-${fits === -1 ? STEPS.length : fits + 1}`;
}

/** The figures of a slide, and the number of columns that share its width. */
function findFigures(root: Document, layout: string): { figures: Element[]; columns: number } {
  const top = elementsOf(root);
  if (layout === 'versus') {
    const slots = top.filter(({ attribs }) => /\bslot\b/.test(attribs['class'] ?? ''));
    const readings = slots.flatMap((slot) => elementsOf(slot).find(isParagraph) ?? []);
    return { figures: readings.flatMap(leadingStrong), columns: 2 };
  }
  if (layout !== 'big-number') return { figures: [], columns: 1 };
  const heading = top.find(({ name }) => name === 'h1');
  if (heading !== undefined) return { figures: [heading], columns: 1 };
  const list = top.find(({ name }) => name === 'ul');
  const items = list === undefined ? [] : elementsOf(list);
  return { figures: items.flatMap(leadingStrong), columns: items.length };
}

/** The bold text that an element begins with, if it does. */
function leadingStrong(element: Element): Element[] {
  const first = getChildren(element).find((node) => !isText(node) || node.data.trim() !== '');
  if (first === undefined || !isTag(first)) return [];
  if (isParagraph(first)) return leadingStrong(first);
  return first.name === 'strong' ? [first] : [];
}

function isParagraph(element: Element): boolean {
  return element.name === 'p';
}

function elementsOf(parent: Document | Element): Element[] {
  return getChildren(parent).filter(isTag);
}

/** The text of a figure; a source that stands with it is set small. */
function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || node.name === 'cite') return '';
  return getChildren(node).map(textOf).join('');
}

function widthOf(text: string): number {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const widths = letters.map((letter) => WIDTHS.find(([kind]) => kind.test(letter))?.[1]);
  return widths.reduce<number>((sum, width) => sum + (width ?? OTHER_WIDTH), 0);
}
