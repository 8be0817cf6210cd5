import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface FitText {
  /** For the box, whose height is given from outside. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** How many items there was no place for. */
  readonly leftOut: number;
}

/**
 * Makes the text of a box as large as fits into it. The style sheet says what `data-fit` from 0, the
 * largest, up to `steps` - 1 means. Where even the smallest is too large, items are left out: those
 * with the highest `data-rank` first. A box that grows with its text keeps the largest.
 */
export function useFitText(steps: number): FitText {
  const box = useRef<HTMLDivElement>(null);
  const [leftOut, setLeftOut] = useState(0);
  const refit = (): void => {
    if (box.current !== null) setLeftOut(fit(box.current, steps));
  };
  useLayoutEffect(refit);
  useEffect(() => {
    if (box.current === null) return;
    // The slide may not have been shown yet, and its font not have come.
    const observer = new ResizeObserver(refit);
    observer.observe(box.current);
    void document.fonts.ready.then(refit);
    return () => observer.disconnect();
  }, []);
  return { box, leftOut };
}

/** How many items had to be left out. */
function fit(box: HTMLElement, steps: number): number {
  const items = [...box.querySelectorAll<HTMLElement>('[data-rank]')];
  items.sort((one, other) => rank(one) - rank(other));
  showFirst(items, items.length);
  for (let step = 0; step < steps; step += 1) {
    box.dataset['fit'] = String(step);
    if (!overflows(box)) return 0;
  }
  let [shown, tooMany] = [0, items.length];
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2);
    showFirst(items, middle);
    if (overflows(box)) tooMany = middle;
    else shown = middle;
  }
  showFirst(items, shown);
  return items.length - shown;
}

function rank(item: HTMLElement): number {
  return Number(item.dataset['rank']);
}

function showFirst(items: readonly HTMLElement[], shown: number): void {
  for (const [index, item] of items.entries()) item.hidden = index >= shown;
}

/** Layout counts in whole pixels, and text in fractions of them. */
function overflows(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
}
