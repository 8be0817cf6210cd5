import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixContent } from './content.ts';
import { draftOf, isDraft, isGiven, obstacle, positionsOf, withAxis, withItem } from './draft.ts';
import { matrix } from './matrix.ts';

const CONTENT: MatrixContent = {
  items: ['Tea', 'Coffee'],
  x: { label: 'Effort', low: 'little', high: 'much' },
  y: { label: 'Use', low: 'small', high: 'large' },
  quadrants: [],
};

describe('the draft of a matrix', () => {
  it('begins with nothing set, or with the given answer', () => {
    const empty = [
      [null, null],
      [null, null],
    ];
    expect(draftOf(CONTENT, null)).toEqual(empty);
    expect(draftOf(CONTENT, { positions: [null, [20, 80]] })).toEqual([empty[0], [20, 80]]);
  });

  it('[V25] is the same by two sliders as by one tap', () => {
    const empty = draftOf(CONTENT, null);
    const tapped = withItem(empty, 1, [30, 80]);
    expect(withAxis(withAxis(empty, 1, 0, 30), 1, 1, 80)).toEqual(tapped);
    expect(withAxis(withAxis(empty, 1, 1, 80), 1, 0, 30)).toEqual(tapped);
    expect(withItem(tapped, 1)).toEqual(empty);
  });

  it('[V25] counts an item once it is set on both axes, and names the axis that is missing', () => {
    const half = withAxis(draftOf(CONTENT, null), 1, 1, 80);
    expect(positionsOf(half)).toEqual([null, null]);
    expect(obstacle(CONTENT, half)).toBe('Coffee: set Effort too.');
    expect(obstacle(CONTENT, draftOf(CONTENT, null))).toBe('Place one item to send.');
    expect(obstacle(CONTENT, withAxis(half, 1, 0, 0))).toBeNull();
  });

  it('knows when sending it would change nothing', () => {
    const answer = { positions: [[30, 80] as const, null] };
    expect(isGiven(draftOf(CONTENT, answer), answer)).toBe(true);
    expect(isGiven(draftOf(CONTENT, null), null)).toBe(false);
    expect(isGiven(withAxis(draftOf(CONTENT, answer), 0, 0, 35), answer)).toBe(false);
  });

  it('[V25] is sent only if the server takes it', () => {
    const value = fc.option(fc.nat(20).map((cell) => 5 * cell));
    const half = fc.tuple(value, value);
    fc.assert(
      fc.property(fc.tuple(half, half), (draft) => {
        const { ok } = matrix.check(CONTENT, { positions: positionsOf(draft) });
        expect(isDraft(draft)).toBe(true);
        expect(ok || obstacle(CONTENT, draft) !== null).toBe(true);
      }),
    );
  });

  it('of another form is dropped', () => {
    for (const strange of [null, 'x', [null], [[1, 2]], [[5]], [[5, '5']], [[5, 105]], {}]) {
      expect(isDraft(strange)).toBe(false);
    }
  });
});
