import {
  isComment,
  isTag,
  isText,
  type ChildNode,
  type Comment,
  type Document,
  type Element,
} from 'domhandler';
import { filter, getChildren } from 'domutils';
import { addAttributes, readDirective, type LocatedAttributes } from './directives.ts';
import type { FileReport } from '../problems.ts';

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
  }
  return slideAttributes;
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
