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
import { addAttributes, readInstruction, type GivenAttributes } from './directives.ts';
import type { FileReport } from '../problems.ts';

/**
 * Follows the `.element:` comments below `root`: their attributes go to the element that reveal.js
 * would pick. Those that fall to the slide itself are returned.
 */
export function applyElementDirectives(
  root: Document,
  lineOf: (node: ChildNode) => number,
  report: FileReport,
): GivenAttributes[] {
  const forSlide: GivenAttributes[] = [];
  for (const comment of filter(isComment, root.children)) {
    if (!isComment(comment)) continue;
    const line = lineOf(comment);
    const attributes = readInstruction('element', { text: comment.data, line }, report);
    if (attributes === null) continue;
    const target = targetOf(comment);
    if (target === null) forSlide.push({ attributes, line });
    else addAttributes(target.attribs, attributes);
  }
  return forSlide;
}

/**
 * The nearest element before the comment that is no line break, else the element around it; null
 * for the slide. Directly below a list, its last item. (reveal.js 6.0.2, markdown plugin.)
 */
function targetOf(comment: Comment): Element | null {
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
