import { useEffect, useRef } from 'preact/hooks';
import './own-type.css';

/** A hall of phones must not load it in one moment. */
const LOAD_WITHIN_MS = 8_000;
const CLASS = 'own-type';
const TYPE = "400 1em 'Inter Variable'";

/**
 * Sets the page in Plenary's own type. It is loaded at leisure, and taken at the next change of
 * `shown`, when the page is drawn anew: no line that somebody reads moves.
 */
export function useOwnType(shown: string): void {
  // Not the face's own status: browsers set it back when a page turns dark.
  const hasLoaded = useRef(false);
  useEffect(() => {
    if (isDataSaved()) return;
    const load = async (): Promise<void> => {
      hasLoaded.current = (await document.fonts.load(TYPE)).length > 0;
    };
    // A network that fails leaves the page in the device's type.
    const timer = setTimeout(
      () => void load().catch(() => undefined),
      Math.random() * LOAD_WITHIN_MS,
    );
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (hasLoaded.current) document.documentElement.classList.add(CLASS);
  }, [shown]);
}

function isDataSaved(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
