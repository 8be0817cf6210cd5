import { describe, expect, it } from 'vitest';
import { angleOf, LABEL_GAP, lettersAt, radiusFor } from './radar-layout.ts';

const label = (letters: number) => ['x'.repeat(letters)];

describe('the rings of a radar', () => {
  it('are as large as the labels above and below them allow', () => {
    expect(radiusFor([label(3), label(3), label(3)], 24, 'stage')).toBe(6.3);
  });

  it.each([3, 4, 5, 6, 8, 12])('leave the labels beside %i axes within the drawing', (axes) => {
    const labels = Array.from({ length: axes }, () => label(11));
    const radius = radiusFor(labels, 24, 'stage');
    expect(radius).toBeGreaterThan(radiusFor(labels, 24, 'phone'));
    const sides = labels.map((_, index) => Math.abs(Math.sin(angleOf(index, axes))));
    const ends = sides.map((side) => (side < 0.2 ? 0 : (radius + LABEL_GAP) * side + 11 * 0.56));
    expect(Math.max(...ends)).toBeLessThan(12.001);
  });

  it('give a label more letters above and below than beside', () => {
    expect([0, Math.PI, Math.PI / 2].map(lettersAt)).toEqual([16, 16, 11]);
  });
});
