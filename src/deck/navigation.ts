import type { Position, Slide } from './deck.ts';

/** The part of a deck that navigation needs. */
export interface NavigableDeck {
  readonly slides: readonly (Pick<Slide, 'h' | 'v' | 'fragments'> &
    Partial<Pick<Slide, 'id' | 'go'>>)[];
}

/** The index of the slide at a position, from 0; -1 if there is none. */
export function slideIndex(deck: NavigableDeck, at: Pick<Position, 'h' | 'v'>): number {
  return deck.slides.findIndex(({ h, v }) => h === at.h && v === at.v);
}

/** The slide at a position, or undefined. */
export function slideAt<SlideEntry extends NavigableDeck['slides'][number]>(
  deck: { readonly slides: readonly SlideEntry[] },
  at: Pick<Position, 'h' | 'v'>,
): SlideEntry | undefined {
  return deck.slides[slideIndex(deck, at)];
}

/** The start of the slide at `index`; an index past either end gives the nearest slide. */
export function startOfSlide(deck: NavigableDeck, index: number): Position {
  const slide = deck.slides[Math.max(0, Math.min(index, deck.slides.length - 1))];
  return slide === undefined ? { h: 0, v: 0, f: -1 } : { h: slide.h, v: slide.v, f: -1 };
}

/** The slide with this id; undefined where there is none. */
export function slideWithId<SlideEntry extends NavigableDeck['slides'][number]>(
  deck: { readonly slides: readonly SlideEntry[] },
  id: string | undefined,
): SlideEntry | undefined {
  return id === undefined ? undefined : deck.slides.find((slide) => slide.id === id);
}

/**
 * The next position: the next fragment, else the slide to which this one leads, else the next slide; the
 * same position at the end.
 */
export function nextPosition(deck: NavigableDeck, at: Position): Position {
  const index = slideIndex(deck, at);
  const slide = deck.slides[index];
  if (slide !== undefined && at.f < slide.fragments - 1) return { ...at, f: at.f + 1 };
  const led = slideWithId(deck, slide?.go);
  if (led !== undefined) return { h: led.h, v: led.v, f: -1 };
  return index === deck.slides.length - 1 ? at : startOfSlide(deck, index + 1);
}

/** The previous position: the previous fragment, else the previous slide with all fragments shown. */
export function previousPosition(deck: NavigableDeck, at: Position): Position {
  if (at.f >= 0) return { ...at, f: at.f - 1 };
  const before = deck.slides[slideIndex(deck, at) - 1];
  return before === undefined ? at : { h: before.h, v: before.v, f: before.fragments - 1 };
}
