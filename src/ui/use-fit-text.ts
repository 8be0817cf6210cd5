import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface FitText {
  /** The ref of the box, whose height is given from outside. */
  readonly box: RefObject<HTMLDivElement | null>;
  /** The number of hidden items. */
  readonly leftOut: number;
}

/**
 * Sets the text of a box as large as fits. The style sheet defines the sizes: `data-fit` from 0, the
 * largest, to `steps` - 1. If even the smallest is too large, items are hidden, those with the highest
 * `data-rank` first. A box that grows with its text keeps the largest size. A box within a box fits its
 * own items.
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
    // The slide may not be visible yet, nor its font be loaded.
    const observer = new ResizeObserver(refit);
    observer.observe(box.current);
    void document.fonts.ready.then(refit);
    return () => observer.disconnect();
  }, []);
  return { box, leftOut };
}

/** Fits the text; returns the number of hidden items. */
function fit(box: HTMLElement, steps: number): number {
  // Most questions of a deck are on slides that are not shown.
  if (box.getClientRects().length === 0) return 0;
  box.dataset['fit'] = '0';
  const items = [...box.querySelectorAll<HTMLElement>('[data-rank]')].filter(
    (item) => item.closest('[data-fit]') === box,
  );
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

/** With a tolerance of 1 px: layout is measured in whole pixels, text in fractions. */
function overflows(box: HTMLElement): boolean {
  return box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1;
}
