import { useLayoutEffect } from 'preact/hooks';
import { directionOf } from '../lib/text-direction.ts';
import './direction.css';

/** Lays the page out in the direction of the deck's language; as it is while that is unknown. */
export function useDirection(lang: string | undefined): void {
  useLayoutEffect(() => {
    if (lang !== undefined) document.documentElement.dir = directionOf(lang);
  }, [lang]);
}
