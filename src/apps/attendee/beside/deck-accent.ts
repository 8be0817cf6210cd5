import { useEffect } from 'preact/hooks';
import { DECK_ACCENT } from '../../../deck/theme/palette.ts';
import type { AttendeeSnapshot } from '../../../session/views.ts';
import './deck-accent.css';

/** Gives the page the deck's own accent. It comes with the rest of the page, after the first question. */
export function useDeckAccent(accent: AttendeeSnapshot['accent']): void {
  const { light, dark } = accent ?? {};
  useEffect(() => {
    if (light === undefined || dark === undefined) return;
    const { classList, style } = document.documentElement;
    style.setProperty('--deck-accent-light', light);
    style.setProperty('--deck-accent-dark', dark);
    classList.add(DECK_ACCENT);
    return () => classList.remove(DECK_ACCENT);
  }, [light, dark]);
}
