import type { Element, ParentNode } from 'domhandler';
import { findAll } from 'domutils';

/** How many steps the fragments below `root` take, as reveal.js counts them. */
export function countFragments(root: ParentNode): number {
  return fragmentSteps(root).length;
}

/** Numbers the fragments below `root` by the step that shows them, from 0, as reveal.js would. */
export function numberFragments(root: ParentNode): void {
  for (const [step, elements] of fragmentSteps(root).entries()) {
    for (const element of elements) element.attribs['data-fragment-index'] = String(step);
  }
}

/**
 * What each step shows: first the fragments with an index, those of the same index together; then
 * the others, one by one. (reveal.js 6.0.2, `Fragments.sort`.)
 */
function fragmentSteps(root: ParentNode): Element[][] {
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
 * The index that an element was given; null without one. reveal.js loses a fragment whose index is
 * no whole number from 0: it would never be shown.
 */
export function fragmentIndex(element: Element): number | null {
  const index = Number.parseInt(element.attribs['data-fragment-index'] ?? '', 10);
  return index >= 0 ? index : null;
}

function isFragment(element: Element): boolean {
  const names = (element.attribs['class'] ?? '').split(/\s+/);
  return names.includes('fragment') && !names.includes('disabled');
}
