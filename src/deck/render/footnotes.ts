import render from 'dom-serializer';
import { Element, isTag, Text, type ChildNode, type Document } from 'domhandler';
import { appendChild, findAll, textContent } from 'domutils';
import type { MarkedExtension } from 'marked';
import type { Warn } from '../sanitise/file-references.ts';

/** The element that holds the label of a footnote where a text refers to it, until it has its number. */
export const REFERENCE = 'footnote-reference';

/** Markdown with references to footnotes, `[^label]`, as on GitHub. */
export const footnoteReferences: MarkedExtension = {
  extensions: [
    {
      name: 'footnoteReference',
      level: 'inline',
      start: (src) => /\[\^/.exec(src)?.index,
      tokenizer: (src) => {
        const [raw, label] = /^\[\^([^\]\s]+)\](?![(:])/.exec(src) ?? [];
        return raw === undefined ? undefined : { type: 'footnoteReference', raw, label };
      },
      renderer: ({ label }) =>
        render(new Element(REFERENCE, {}, [new Text(String(label))]), { encodeEntities: 'utf8' }),
    },
  ],
};

/** The mark for a reference: still without its number, or its source where there is no such footnote. */
export function footnoteMark(
  reference: Element,
  labels: ReadonlySet<string>,
  warn: Warn,
): ChildNode {
  const label = textContent(reference);
  if (labels.has(label)) return new Element('sup', { class: 'footnote-mark', 'data-note': label });
  const source = `[^${label}]`;
  warn(`${source} is shown as it is: this slide has no line "${source}: …"`, source);
  return new Text(source);
}

/** Returns true for the number of a footnote, which is no part of the text where it stands. */
export function isFootnoteMark(node: ChildNode): boolean {
  return isTag(node) && node.attribs['class'] === 'footnote-mark';
}

/**
 * Numbers the references of a slide from 1, and puts the footnotes to which they refer at its end. There
 * are no links: both are on the same slide, and an id would be on the page more than once.
 *
 * @param notes the content of each footnote, by its label
 * @returns the labels of the footnotes to which nothing refers
 */
export function placeFootnotes(
  root: Document,
  notes: ReadonlyMap<string, readonly ChildNode[]>,
): string[] {
  const numbers = new Map<string, number>();
  const number = (nodes: readonly ChildNode[]): void => {
    for (const mark of findAll(isFootnoteMark, [...nodes])) {
      const label = mark.attribs['data-note'] ?? '';
      delete mark.attribs['data-note'];
      if (!numbers.has(label)) numbers.set(label, numbers.size + 1);
      appendChild(mark, new Text(String(numbers.get(label))));
    }
  };
  number(root.children);
  const placed: Element[] = [];
  // A footnote may refer to another, which then comes after it.
  for (const [label, place] of numbers) {
    const content = notes.get(label) ?? [];
    number(content);
    placed.push(footnote(place, content));
  }
  if (placed.length > 0) appendChild(root, new Element('div', { class: 'footnotes' }, placed));
  return [...notes.keys()].filter((label) => !numbers.has(label));
}

function footnote(place: number, content: readonly ChildNode[]): Element {
  return new Element('div', { class: 'footnote' }, [
    new Element('sup', {}, [new Text(String(place))]),
    new Element('div', {}, [...content]),
  ]);
}
