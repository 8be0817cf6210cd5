import type { Position, Slide } from './deck.ts';

/** What walking through a deck needs to know of it. */
export interface DeckOutline {
  readonly slides: readonly Pick<Slide, 'h' | 'v' | 'fragments'>[];
}

/** The place of a position's slide in the order of the talk, from 0; -1 where there is none. */
export function slideIndex(deck: DeckOutline, at: Pick<Position, 'h' | 'v'>): number {
  return deck.slides.findIndex(({ h, v }) => h === at.h && v === at.v);
}

/** The slide at a position, or undefined. */
export function slideAt<Place extends DeckOutline['slides'][number]>(
  deck: { readonly slides: readonly Place[] },
  at: Pick<Position, 'h' | 'v'>,
): Place | undefined {
  return deck.slides[slideIndex(deck, at)];
}

/** The start of the slide at `index` in the order of the talk; the nearest one past either end. */
export function startOfSlide(deck: DeckOutline, index: number): Position {
  const slide = deck.slides[Math.max(0, Math.min(index, deck.slides.length - 1))];
  return slide === undefined ? { h: 0, v: 0, f: -1 } : { h: slide.h, v: slide.v, f: -1 };
}

/** One step on: the next fragment, else the next slide; the same position at the end. */
export function nextPosition(deck: DeckOutline, at: Position): Position {
  const index = slideIndex(deck, at);
  const slide = deck.slides[index];
  if (slide !== undefined && at.f < slide.fragments - 1) return { ...at, f: at.f + 1 };
  return index === deck.slides.length - 1 ? at : startOfSlide(deck, index + 1);
}

/** One step back: the fragment before, else the slide before with all its fragments shown. */
export function previousPosition(deck: DeckOutline, at: Position): Position {
  if (at.f >= 0) return { ...at, f: at.f - 1 };
  const before = deck.slides[slideIndex(deck, at) - 1];
  return before === undefined ? at : { h: before.h, v: before.v, f: before.fragments - 1 };
}
