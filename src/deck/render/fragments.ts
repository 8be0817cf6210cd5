import type { Element, ParentNode } from 'domhandler';
import { findAll } from 'domutils';

/** The number of fragment steps below `root`, as reveal.js counts them. */
export function countFragments(root: ParentNode): number {
  return fragmentSteps(root).length;
}

/** Sets the index of each fragment below `root` to its step, from 0, as reveal.js does. */
export function numberFragments(root: ParentNode): void {
  for (const [step, elements] of fragmentSteps(root).entries()) {
    for (const element of elements) element.attribs['data-fragment-index'] = String(step);
  }
}

/**
 * The elements of each step: first fragments with an index, grouped by it; then the others, one by
 * one. (reveal.js 6.0.2, `Fragments.sort`.)
 */
export function fragmentSteps(root: ParentNode): Element[][] {
  const byIndex = new Map<number, Element[]>();
  const others: Element[][] = [];
  for (const element of findAll(isFragment, root.children)) {
    const index = fragmentIndex(element);
    const together = index === null ? undefined : byIndex.get(index);
    if (index === null) others.push([element]);
    else if (together === undefined) byIndex.set(index, [element]);
    else together.push(element);
  }
  const ordered = [...byIndex].sort(([a], [b]) => a - b).map(([, elements]) => elements);
  return [...ordered, ...others];
}

/**
 * Reads the fragment index of an element; null without a valid one. reveal.js never shows a fragment
 * whose index is not a whole number from 0.
 */
export function fragmentIndex(element: Element): number | null {
  const index = Number.parseInt(element.attribs['data-fragment-index'] ?? '', 10);
  return index >= 0 ? index : null;
}

function isFragment(element: Element): boolean {
  const names = (element.attribs['class'] ?? '').split(/\s+/);
  return names.includes('fragment') && !names.includes('disabled');
}
