import { useEffect } from 'preact/hooks';

const MARK = 'data-deck-style';

/** Applies a deck's own style sheet to the page; one that replaces another without a gap. */
export function useDeckStyle(address: string | undefined): void {
  useEffect(() => {
    const before = [...document.head.querySelectorAll(`link[${MARK}]`)];
    const removeBefore = (): void => before.forEach((link) => link.remove());
    if (address === undefined) {
      removeBefore();
      return;
    }
    const link = document.createElement('link');
    link.setAttribute(MARK, '');
    link.rel = 'stylesheet';
    link.addEventListener('load', removeBefore);
    link.addEventListener('error', removeBefore);
    link.href = address;
    document.head.append(link);
  }, [address]);
}
