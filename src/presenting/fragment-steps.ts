/**
 * Shows a slide's fragments up to `shown` (-1 for none), in the order in which reveal.js takes
 * them: those with `data-fragment-index` by it, equal ones together, then all others one by one.
 */
export function showFragments(section: HTMLElement, shown: number): void {
  for (const [step, group] of fragmentSteps(section).entries()) {
    for (const fragment of group) {
      fragment.classList.toggle('visible', step <= shown);
      fragment.classList.toggle('current-fragment', step === shown);
    }
  }
}

function fragmentSteps(section: HTMLElement): Element[][] {
  const numbered = new Map<number, Element[]>();
  const single: Element[][] = [];
  for (const fragment of section.querySelectorAll('.fragment')) {
    const index = fragment.getAttribute('data-fragment-index');
    if (index === null) single.push([fragment]);
    else numbered.set(Number(index), [...(numbered.get(Number(index)) ?? []), fragment]);
  }
  const inOrder = [...numbered].sort(([a], [b]) => a - b).map(([, group]) => group);
  return [...inOrder, ...single];
}
