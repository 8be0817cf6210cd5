import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Position } from './deck.ts';
import {
  nextPosition,
  previousPosition,
  slideIndex,
  startOfSlide,
  type NavigableDeck,
} from './navigation.ts';

const deck: NavigableDeck = {
  slides: [
    { h: 0, v: 0, fragments: 2 },
    { h: 1, v: 0, fragments: 0 },
    { h: 1, v: 1, fragments: 1 },
    { h: 2, v: 0, fragments: 0 },
  ],
};

/** Decks of one to six columns, each of one to three slides with up to three fragments. */
const anyDeck = fc
  .array(fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 })
  .map((columns): NavigableDeck => ({
    slides: columns.flatMap((column, h) => column.map((fragments, v) => ({ h, v, fragments }))),
  }));

function walkOf(outline: NavigableDeck): Position[] {
  const walk = [startOfSlide(outline, 0)];
  for (;;) {
    const at = walk.at(-1);
    if (at === undefined) return walk;
    const next = nextPosition(outline, at);
    if (next === at) return walk;
    walk.push(next);
  }
}

describe('navigation through a deck', () => {
  it('shows the fragments of a slide before the next slide', () => {
    expect(walkOf(deck).map(({ h, v, f }) => [h, v, f])).toEqual([
      [0, 0, -1],
      [0, 0, 0],
      [0, 0, 1],
      [1, 0, -1],
      [1, 1, -1],
      [1, 1, 0],
      [2, 0, -1],
    ]);
  });

  it('goes back to a slide with all its fragments shown', () => {
    expect(previousPosition(deck, { h: 1, v: 0, f: -1 })).toEqual({ h: 0, v: 0, f: 1 });
  });

  it('does not move before the first or after the last step', () => {
    expect(previousPosition(deck, { h: 0, v: 0, f: -1 })).toEqual({ h: 0, v: 0, f: -1 });
    expect(nextPosition(deck, { h: 2, v: 0, f: -1 })).toEqual({ h: 2, v: 0, f: -1 });
  });

  it('takes the same steps back as forth, in any deck', () => {
    fc.assert(
      fc.property(anyDeck, (outline) => {
        const walk = walkOf(outline);
        const steps = outline.slides.reduce((sum, { fragments }) => sum + 1 + fragments, 0);
        expect(walk).toHaveLength(steps);
        for (const [index, at] of walk.entries()) {
          expect(previousPosition(outline, at)).toEqual(walk[Math.max(0, index - 1)]);
        }
      }),
    );
  });
});

describe('the index of a slide', () => {
  it('is found by column and row', () => {
    expect(slideIndex(deck, { h: 1, v: 1 })).toBe(2);
    expect(slideIndex(deck, { h: 0, v: 1 })).toBe(-1);
  });

  it('is limited to the first and last slide', () => {
    expect(startOfSlide(deck, -3)).toEqual({ h: 0, v: 0, f: -1 });
    expect(startOfSlide(deck, 99)).toEqual({ h: 2, v: 0, f: -1 });
  });
});

describe('a deck without slides', () => {
  it('has a single position', () => {
    const nothing: NavigableDeck = { slides: [] };
    const start = startOfSlide(nothing, 0);
    expect(start).toEqual({ h: 0, v: 0, f: -1 });
    expect(nextPosition(nothing, start)).toEqual(start);
    expect(previousPosition(nothing, start)).toEqual(start);
  });
});
