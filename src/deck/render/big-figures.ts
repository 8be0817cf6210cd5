import { isTag, isText, type ChildNode, type Document, type Element } from 'domhandler';
import { getChildren } from 'domutils';
import { addAttributes } from '../parse/directives.ts';
import { isFootnoteMark } from './footnotes.ts';
import { formulaSource } from './formula.ts';

/** The text width and gutter of the theme's 12-column grid, in pixels of a slide. */
export const TEXT_WIDTH = 1680;
export const GUTTER = 48;

/** The theme's font sizes for figures, in pixels; the class `big-figures-1` selects the first. */
export const STEPS = [448, 320, 224, 160, 112, 80];

/** Widths of characters in the theme's sans, in em, rounded up. */
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
 * Marks the figures of a slide with the class `big-figure`. Returns the class of the largest size at
 * which the widest figure fits its column, for the slide, or null if it has no figures.
 */
export function markBigFigures(root: Document, layout: string): string | null {
  const { figures, columns, largest } = findFigures(root, layout);
  if (figures.length === 0) return null;
  for (const figure of figures) addAttributes(figure.attribs, { class: 'big-figure' });
  const availableWidth = (TEXT_WIDTH - GUTTER * (columns - 1)) / columns;
  const widest = Math.max(...figures.map((figure) => widthOf(textOf(figure))));
  const fits = STEPS.findIndex((size) => size <= largest && size * widest <= availableWidth);
  return `big-figures-${fits === -1 ? STEPS.length : fits + 1}`;
}

interface Figures {
  readonly figures: readonly Element[];
  /** The number of columns that share the slide's width. */
  readonly columns: number;
  /** The largest size at which their rows fit its height. */
  readonly largest: number;
}

/** Finds the figures of a slide. */
function findFigures(root: Document, layout: string): Figures {
  const largest = Infinity;
  const top = elementsOf(root);
  if (layout === 'versus') {
    const slots = top.filter(({ attribs }) => /\bslot\b/.test(attribs['class'] ?? ''));
    const paragraphs = slots.flatMap((slot) => elementsOf(slot).find(isParagraph) ?? []);
    return { figures: paragraphs.flatMap(leadingStrong), columns: 2, largest };
  }
  if (layout !== 'big-number') return { figures: [], columns: 1, largest };
  const heading = top.find(({ name }) => name === 'h1');
  if (heading !== undefined) return { figures: [heading], columns: 1, largest };
  const list = top.find(({ name }) => name === 'ul');
  const items = list === undefined ? [] : elementsOf(list);
  return { figures: items.flatMap(leadingStrong), ...rowsOf(items.length) };
}

/** The columns and the largest size of a list of figures: from four on they stand in two rows. */
function rowsOf(items: number): Omit<Figures, 'figures'> {
  if (items <= 3) return { columns: items, largest: Infinity };
  return {
    columns: Math.max(2, Math.min(4, Math.ceil(items / 2))),
    largest: items === 4 ? 224 : 160,
  };
}

/** Returns the bold text that an element begins with, or an empty list. */
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

/** The text of a figure without its `<cite>`, which is set small. */
function textOf(node: ChildNode): string {
  if (isText(node)) return node.data;
  if (!isTag(node) || node.name === 'cite' || isFootnoteMark(node)) return '';
  const formula = formulaSource(node);
  if (formula !== null) return formula;
  return getChildren(node).map(textOf).join('');
}

function widthOf(text: string): number {
  const letters = [...text.replace(/\s+/g, ' ').trim()];
  const widths = letters.map((letter) => WIDTHS.find(([kind]) => kind.test(letter))?.[1]);
  return widths.reduce<number>((sum, width) => sum + (width ?? OTHER_WIDTH), 0);
}
