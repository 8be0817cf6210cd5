import { Element, Text, isTag, isText, type ChildNode } from 'domhandler';
import { getChildren, textContent } from 'domutils';

/**
 * The lines of code that has markup of its own, for `data-noescape`. An element that spans lines is
 * repeated on each of them. `trim` removes what `trimCode` removes from text.
 */
export function markupLines(code: Element, trim: boolean): ChildNode[][] {
  const lines = splitLines(getChildren(code));
  if (isBlankLine(lines.at(-1) ?? []) && lines.length > 1) lines.pop();
  return trim ? trimLines(lines) : lines;
}

function splitLines(nodes: readonly ChildNode[]): ChildNode[][] {
  const lines: ChildNode[][] = [[]];
  for (const node of nodes) {
    const [first = [], ...rest] = linesOf(node);
    lines.at(-1)?.push(...first);
    lines.push(...rest);
  }
  return lines;
}

function linesOf(node: ChildNode): ChildNode[][] {
  if (isText(node))
    return node.data.split('\n').map((line) => (line === '' ? [] : [new Text(line)]));
  if (!isTag(node)) return [[]];
  if (node.name === 'br') return [[], []];
  return splitLines(getChildren(node)).map((line) => [
    new Element(node.name, { ...node.attribs }, line),
  ]);
}

function trimLines(lines: readonly ChildNode[][]): ChildNode[][] {
  const from = lines.findIndex((line) => !isBlankLine(line));
  const kept = lines.slice(
    Math.max(0, from),
    lines.findLastIndex((line) => !isBlankLine(line)) + 1,
  );
  const texts = kept.filter((line) => !isBlankLine(line)).map((line) => textContent(line));
  const shared = Math.min(...texts.map((text) => text.length - text.trimStart().length));
  for (const line of kept) removeStart(line, shared);
  return kept;
}

/** Removes up to `count` blanks at the start of a line; returns how many are still to be removed. */
function removeStart(nodes: readonly ChildNode[], count: number): number {
  let left = count;
  for (const node of nodes) {
    if (left === 0) break;
    if (isTag(node)) left = removeStart(getChildren(node), left);
    if (!isText(node)) continue;
    const blanks = Math.min(left, node.data.length - node.data.trimStart().length);
    node.data = node.data.slice(blanks);
    left = node.data === '' ? left - blanks : 0;
  }
  return left;
}

function isBlankLine(nodes: ChildNode[]): boolean {
  return textContent(nodes).trim() === '';
}
