import type { Hex } from '../../lib/colour.ts';
import type { Mode } from './theme.ts';

// The colours of src/ui/tokens.css that a deck is compiled against; a test holds the two together.

/** The grounds on which an accent is read: a page, and a panel on it. */
export const grounds: Readonly<Record<Mode, { readonly paper: Hex; readonly raised: Hex }>> = {
  light: { paper: '#fdfcf9', raised: '#f5f2eb' },
  dark: { paper: '#141311', raised: '#1f1d1a' },
};

/** The share of an accent in its own soft ground. */
export const SOFT_SHARE = 0.1;

/** The accent of a slide that names none, on light paper. */
export const ownAccent: Hex = '#334a62';

/** The accents 1 to 8 on light paper. */
export const lightAccents: readonly Hex[] = [
  ...['#94102a', '#1b6cc0', '#0a5f66', '#9d5c08'],
  ...['#522780', '#647025', '#1d4858', '#b33879'],
];

/** The class of what has the deck's own accent. */
export const DECK_ACCENT = 'accent-deck';

/** The class of a slide that is filled with its accent. */
export const FILLED = 'filled';
