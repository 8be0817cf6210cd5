import { useEffect, useRef, useState } from 'preact/hooks';

/** The second half of a double tap comes sooner, and nobody has read the new page by then. */
const PAUSE_MS = 600;

/** Attributes of the group with a page's buttons. */
export interface PagePause {
  readonly 'aria-disabled': true | undefined;
  onClickCapture(event: MouseEvent): void;
  onMouseDownCapture(event: Event): void;
}

/**
 * A pause for the buttons of a page that came because the page before it was answered: taps do nothing,
 * and the buttons look so. The function begins it.
 */
export function usePagePause(): readonly [PagePause, () => void] {
  const [isPaused, setPaused] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = (): void => {
    clearTimeout(timer.current);
    setPaused(true);
    timer.current = setTimeout(() => setPaused(false), PAUSE_MS);
  };
  return [
    {
      'aria-disabled': isPaused || undefined,
      onClickCapture(event) {
        // The focus has moved to the heading: a key is pressed on a button on purpose.
        if (isPaused && event.detail > 0) event.stopPropagation();
      },
      onMouseDownCapture(event) {
        // The focus stays on the heading of the new page.
        if (isPaused) event.preventDefault();
      },
    },
    begin,
  ];
}
