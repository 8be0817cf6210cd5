import { useEffect } from 'preact/hooks';

/** Unfolds all parts of an element while it is printed. */
export function useOpenOnPaper(page: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let unfolded: HTMLDetailsElement[] = [];
    const unfold = (): void => {
      unfolded = [...(page.current?.querySelectorAll('details') ?? [])].filter(({ open }) => !open);
      for (const part of unfolded) part.open = true;
    };
    const fold = (): void => {
      for (const part of unfolded) part.open = false;
    };
    addEventListener('beforeprint', unfold);
    addEventListener('afterprint', fold);
    return () => {
      removeEventListener('beforeprint', unfold);
      removeEventListener('afterprint', fold);
    };
  }, []);
}
