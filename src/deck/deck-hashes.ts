import { contentHash } from '../lib/content-hash.ts';
import type { Deck, Slide } from './deck.ts';

/** The deck with its hashes, which follow from all the rest of it but its name. */
export function withHashes(deck: Omit<Deck, 'hash' | 'publicHash'>): Deck {
  const { title, lang, style, theme, channels, score, keepDays, slides, activities } = deck;
  // Left out where there are none, as in decks of earlier versions.
  const opened = {
    ...(channels === undefined ? {} : { channels }),
    ...(score === undefined ? {} : { score }),
  };
  const all = { title, lang, style, theme, keepDays, slides, activities };
  const hash = contentHash({ ...all, ...opened });
  const publicHash = contentHash({
    ...{ title, lang, style, theme },
    slides: slides.map(publicPart),
    ...opened,
  });
  return { ...deck, hash, publicHash };
}

/** The hashed part of a slide that the room may see: a hash over the notes would confirm a guess. */
function publicPart({ h, v, hash }: Slide): Pick<Slide, 'h' | 'v' | 'hash'> {
  return { h, v, hash };
}
