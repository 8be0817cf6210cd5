import { useEffect } from 'preact/hooks';

/** Names the tab, and a saved file, by the deck's title once it is known. `screen`: '' for the title alone. */
export function usePageTitle(screen: string, title: string | undefined): void {
  useEffect(() => {
    if (title !== undefined) document.title = screen === '' ? title : `${screen} · ${title}`;
  }, [screen, title]);
}
