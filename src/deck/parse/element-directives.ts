import {
  isComment,
  isTag,
  isText,
  type ChildNode,
  type Comment,
  type Document,
  type Element,
} from 'domhandler';
import { filter, getChildren, textContent } from 'domutils';
import { addAttributes, readDirective, type LocatedAttributes } from './directives.ts';
import type { FileReport } from '../problems.ts';

/** Elements for words, as Markdown and the theme's sources write them. */
const WORDS = 'a abbr b cite code del em i ins kbd mark q s small strong sub sup u'.split(' ');
/** Elements that somebody may have meant as a whole, and their names. */
const WHOLES = new Map([
  ['li', 'list item'],
  ['p', 'paragraph'],
  ['blockquote', 'quotation'],
  ['td', 'cell'],
  ['th', 'cell'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, 'heading'] as const),
]);

/**
 * Applies the `.element:` comments below `root` to the elements that reveal.js would choose. Returns
 * the attributes for the slide itself.
 */
export function applyElementDirectives(
  root: Document,
  lineOf: (node: ChildNode) => number,
  report: FileReport,
): LocatedAttributes[] {
  const slideAttributes: LocatedAttributes[] = [];
  for (const comment of filter(isComment, root.children)) {
    if (!isComment(comment)) continue;
    const line = lineOf(comment);
    const attributes = readDirective('element', { text: comment.data, line }, report);
    if (attributes === null) continue;
    const target = targetElement(comment);
    if (target === null) slideAttributes.push({ attributes, line });
    else addAttributes(target.attribs, attributes);
    if (target !== null) warnOfWordForItem(comment, target, line, report);
  }
  return slideAttributes;
}

/** Warns of attributes at the end of an item or paragraph that reach only one word of it. */
function warnOfWordForItem(
  comment: Comment,
  target: Element,
  line: number,
  report: FileReport,
): void {
  const { parent } = comment;
  const whole = parent !== null && isTag(parent) ? WHOLES.get(parent.name) : undefined;
  if (whole === undefined || !WORDS.includes(target.name) || !isLast(comment)) return;
  const word = textContent(target).replace(/\s+/g, ' ').trim();
  report.warning(
    line,
    `".element:" applies to "${word}" alone (<${target.name}>), and not to the ${whole}: for all of it, put ` +
      `the comment first, as in "- <!-- .element: … --> text"; for the word, write it as <span>`,
    '".element:" applies to a word alone',
  );
}

/** Returns true if only blanks and comments follow. */
function isLast(comment: Comment): boolean {
  for (let after = comment.next; after !== null; after = after.next) {
    if (isTag(after) || (isText(after) && after.data.trim() !== '')) return false;
  }
  return true;
}

/**
 * The nearest preceding element other than a line break, else the parent element; null for the slide.
 * Directly below a list, its last item. (reveal.js 6.0.2, markdown plugin.)
 */
function targetElement(comment: Comment): Element | null {
  const before = elementBefore(comment);
  if (before === null) {
    return comment.parent !== null && isTag(comment.parent) ? comment.parent : null;
  }
  const isList = before.name === 'ul' || before.name === 'ol';
  const { prev } = comment;
  const apart = prev !== null && isText(prev) && /\n[ \t]*\n/.test(prev.data);
  return isList && !apart ? (getChildren(before).findLast(isTag) ?? before) : before;
}

function elementBefore(node: ChildNode): Element | null {
  for (let before = node.prev; before !== null; before = before.prev) {
    if (isTag(before) && before.name !== 'br') return before;
  }
  return null;
}
