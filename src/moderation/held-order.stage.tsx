import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { rowName } from './row-name.ts';
import { keepOrder } from './row-places.ts';
import type { ReviewedWords } from './shown.ts';

/** The texts in their order; in that of before while the pointer or a visible focus is in the list. */
export function useHeldOrder(
  box: RefObject<HTMLElement | null>,
  words: readonly ReviewedWords[],
): readonly ReviewedWords[] {
  const isHeld = useIsWithin(box);
  const order = useRef<readonly string[]>([]);
  const shown = isHeld ? keepOrder(order.current, words, rowName) : words;
  order.current = shown.map(rowName);
  return shown;
}

/** true while the pointer, or a focus that can be seen, is in the element. */
function useIsWithin(box: RefObject<HTMLElement | null>): boolean {
  const [hasPointer, setPointer] = useState(false);
  const [hasFocus, setFocus] = useState(false);
  useEffect(() => {
    const element = box.current;
    const listening = new AbortController();
    const on = (event: keyof HTMLElementEventMap, react: (event: Event) => void): void =>
      element?.addEventListener(event, react, { signal: listening.signal });
    on('pointerenter', () => setPointer(true));
    on('pointerleave', () => setPointer(false));
    // A mouse leaves the focus behind on what it pressed, and goes elsewhere.
    on('focusin', ({ target }) =>
      setFocus(target instanceof Element && target.matches(':focus-visible')),
    );
    on('focusout', () => setFocus(false));
    return () => listening.abort();
  }, []);
  return hasPointer || hasFocus;
}
