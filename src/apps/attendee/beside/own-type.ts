import { useEffect } from 'preact/hooks';
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
  useEffect(() => {
    if (isDataSaved()) return;
    const timer = setTimeout(() => void document.fonts.load(TYPE), Math.random() * LOAD_WITHIN_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (hasLoaded()) document.documentElement.classList.add(CLASS);
  }, [shown]);
}

/** `check` alone also says yes of a type that is no family of this page. */
function hasLoaded(): boolean {
  return [...document.fonts].some(
    ({ family, status }) => family.includes('Inter') && status === 'loaded',
  );
}

function isDataSaved(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}
