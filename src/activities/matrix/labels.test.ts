import { describe, expect, it } from 'vitest';
import type { MatrixContent } from './content.ts';
import { nearestOnAxis } from './grid.ts';
import { halfLabel, pointLabel, positionLabel, quadrantLabel, valueLabel } from './labels.ts';

const CONTENT: MatrixContent = {
  items: ['Tea', 'Coffee'],
  x: { label: 'Effort', low: 'little', high: 'much' },
  y: { label: 'Use', low: 'small', high: 'large' },
  quadrants: ['Now', 'Plan', 'Perhaps', 'Never'],
};

describe('the words of a matrix', () => {
  it.each([
    [null, 'not set'],
    [0, '0 of 100, little'],
    [45, '45 of 100, little'],
    [50, '50 of 100, in the middle'],
    [100, '100 of 100, much'],
  ])('[V25] say a number on an axis with the word at its end: %s', (value, label) => {
    expect(valueLabel(CONTENT.x, value)).toBe(label);
  });

  it('[V25] say where an item is on both axes', () => {
    expect(positionLabel(CONTENT, [30, 80])).toBe('Effort 30 of 100, little; Use 80 of 100, large');
  });

  it.each([
    [30, 80, 'Now', 'Effort: little, Use: large'],
    [80, 80, 'Plan', 'Effort: much, Use: large'],
    [30, 20, 'Perhaps', 'Effort: little, Use: small'],
    [80, 20, 'Never', 'Effort: much, Use: small'],
    [50, 80, 'Between Now and Plan', 'Effort: in the middle, Use: large'],
    [80, 50, 'Between Plan and Never', 'Effort: much, Use: in the middle'],
    [50, 50, 'In the middle', 'In the middle'],
    [52.5, 49, 'Never', 'Effort: much, Use: small'],
  ])('[V26] name the quadrant of a point: %d, %d', (x, y, named, unnamed) => {
    expect(quadrantLabel(CONTENT, [x, y])).toBe(named);
    expect(quadrantLabel({ ...CONTENT, quadrants: [] }, [x, y])).toBe(unnamed);
  });

  it('say a point in short', () => {
    expect(pointLabel(CONTENT, [30, 82.5])).toBe('Now (Effort 30, Use 82.5)');
    expect(pointLabel({ ...CONTENT, quadrants: [] }, [30, 50])).toBe(
      'Effort 30 (little), Use 50 (in the middle)',
    );
  });

  it('say the middle half of the room', () => {
    expect(halfLabel({ lowerQuartile: 20, median: 30, upperQuartile: 42.5 })).toBe('20 to 42.5');
    expect(halfLabel({ lowerQuartile: 30, median: 30, upperQuartile: 30 })).toBe('30');
  });
});

it.each([
  [-0.2, 0],
  [0, 0],
  [0.024, 0],
  [0.026, 5],
  [0.5, 50],
  [1.3, 100],
])('[V25] a tap sets the nearest number: %d of the length gives %i', (share, value) => {
  expect(nearestOnAxis(share)).toBe(value);
});
