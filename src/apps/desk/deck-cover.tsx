import type { DeckCover as Cover } from '../../protocol/http.ts';
import { directionOf } from '../../lib/text-direction.ts';
import { useDeckFont } from '../../presenting/deck-looks.ts';
import { LazyPreview } from '../../presenting/lazy-preview.tsx';
import { useScopedDeckStyle } from '../../presenting/use-scoped-deck-style.ts';

interface Props {
  readonly deck: string;
  readonly cover: Cover;
}

/** A picture of a deck's first slide, in the deck's own looks and no other deck's. */
export function DeckCover({ deck, cover }: Props) {
  const { slide, lang, style, theme } = cover;
  const family = `Deck ${deck}`;
  useDeckFont(theme?.font, family);
  useScopedDeckStyle(style, `[data-cover=${JSON.stringify(deck)}]`);
  return (
    <div
      class="deck-cover"
      data-cover={deck}
      lang={lang}
      dir={directionOf(lang)}
      style={{ '--deck-family': JSON.stringify(family) }}
    >
      <LazyPreview slide={slide} activity={null} mode={theme?.mode ?? 'light'} theme={theme} />
    </div>
  );
}
