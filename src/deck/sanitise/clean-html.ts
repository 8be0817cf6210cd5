import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import { getChildren, removeElement, replaceElement } from 'domutils';
import { footnoteMark, REFERENCE } from '../render/footnotes.ts';
import { setFormula } from '../render/formula.ts';
import { FORMULA } from '../render/math.ts';
import { isUndescribed } from '../render/mermaid.ts';
import type { PartContext } from '../render/part-context.ts';
import { cleanAttributes } from './clean-attributes.ts';
import type { Warn } from './file-references.ts';
import { renderCode } from '../render/code-block.ts';

const NO_FRAMES = 'slides show no other pages; link to the page instead: [text](https://…)';
const NO_FILES = "show a picture or film from the deck's folder with <img> or <video>";

/** Elements that slides cannot contain, with advice for the author. */
const forbidden = new Map([
  ['script', 'slides run no scripts; ask with a question, as in ```poll, show with a picture'],
  ['style', 'write its rules into deck.css, beside the deck'],
  ['link', 'fonts and styles come with the theme'],
  ['iframe', NO_FRAMES],
  ['frame', NO_FRAMES],
  ['frameset', NO_FRAMES],
  ['object', NO_FILES],
  ['embed', NO_FILES],
  ['applet', NO_FILES],
  ['base', "addresses are read from the deck's folder"],
  ['meta', "title and lang belong in the deck's front matter"],
  ['form', 'ask with a question, as in ```poll'],
  // Browsers parse the content of these elements differently from htmlparser2.
  ...['noscript', 'noframes', 'noembed', 'template', 'xmp', 'plaintext'].map(
    (name) => [name, 'write its content without it'] as const,
  ),
]);

/**
 * Sanitises everything below `parent`: removes comments and forbidden elements, sanitises attributes,
 * and highlights code. `warnAt` reports each change.
 */
export function cleanHtml(
  parent: ParentNode,
  context: PartContext,
  warnAt: (element: Element) => Warn,
): void {
  for (const child of [...parent.children]) {
    if (!isTag(child)) {
      if (!isText(child)) removeElement(child);
      continue;
    }
    const warn = warnAt(child);
    const advice = forbidden.get(child.name);
    if (advice !== undefined) {
      warn(`<${child.name}> is left out: ${advice}`, `<${child.name}`);
      removeElement(child);
    } else cleanElement(child, context, warn, warnAt);
  }
}

function cleanElement(
  element: Element,
  context: PartContext,
  warn: Warn,
  warnAt: (element: Element) => Warn,
): void {
  if (element.name === 'section') {
    // reveal.js would count it as a vertical slide.
    warn('<section> becomes <div>: separate slides with a line of --- or --', '<section');
    element.name = 'div';
  }
  const { deck, footnotes } = context;
  cleanAttributes(element, deck, warn);
  if (isUndescribed(element)) {
    warn(
      'This diagram says nothing to those who cannot see it: write ```mermaid alt="what it shows", or "accTitle: …" and "accDescr: …" into it',
      '```',
    );
  }
  if (element.name === FORMULA && deck.formulas !== null) {
    const formula = setFormula(element, deck.formulas, warn);
    cleanElement(formula, context, warn, () => warn);
    replaceElement(element, formula);
    return;
  }
  if (element.name === REFERENCE) {
    replaceElement(element, footnoteMark(element, footnotes, warn));
    return;
  }
  cleanHtml(element, context, warnAt);
  const code = element.name === 'pre' ? renderCode(element, deck.painter, warn) : null;
  if (code !== null) replaceElement(element, code);
}

/** Removes reveal.js's speaker notes, `<aside class="notes">`, from `parent` and returns their content. */
export function extractAsides(parent: ParentNode): ChildNode[] {
  const notes: ChildNode[] = [];
  for (const child of [...parent.children]) {
    if (!isTag(child)) continue;
    if (child.name === 'aside' && /(?:^|\s)notes(?:\s|$)/.test(child.attribs['class'] ?? '')) {
      removeElement(child);
      notes.push(...getChildren(child));
    } else notes.push(...extractAsides(child));
  }
  return notes;
}
