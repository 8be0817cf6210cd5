import { useEffect } from 'preact/hooks';
import type { DeckTheme } from '../deck/theme/theme.ts';
import { DECK_ACCENT } from '../deck/theme/palette.ts';

/** The deck's own accent and font for an element and all within it. */
export interface DeckLooks {
  readonly class: string;
  readonly style: Readonly<Record<string, string>>;
}

/** Weights from here on are bold: headings and figures have 580 at least. */
const BOLD_FROM = 560;

export function looksOf(theme: DeckTheme | undefined): DeckLooks {
  const { accent, font } = theme ?? {};
  const classes = [accent && DECK_ACCENT, font && 'deck-font'];
  return {
    class: classes.filter((name) => name !== undefined).join(' '),
    style:
      accent === undefined
        ? {}
        : { '--deck-accent-light': accent.light, '--deck-accent-dark': accent.dark },
  };
}

/**
 * Gives the page the font of a deck, for elements of the class `deck-font`; the browser loads it on use.
 * `family` is its name on a page with several decks, where `--deck-family` chooses among them.
 */
export function useDeckFont(font: DeckTheme['font'], family = 'Deck'): void {
  const { regular, bold } = font ?? {};
  useEffect(() => {
    const faces = [
      ...(regular === undefined ? [] : [fontFace(family, regular, `1 ${BOLD_FROM - 1}`)]),
      ...(bold === undefined ? [] : [fontFace(family, bold, `${BOLD_FROM} 1000`)]),
    ];
    for (const face of faces) document.fonts.add(face);
    return () => faces.forEach((face) => document.fonts.delete(face));
  }, [family, regular, bold]);
}

function fontFace(family: string, address: string, weight: string): FontFace {
  return new FontFace(family, `url(${JSON.stringify(address)})`, { weight });
}
