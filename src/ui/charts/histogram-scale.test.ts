import { describe, expect, it } from 'vitest';
import { countBelow, histogramScale } from './histogram-scale.ts';

const PERCENT = Array.from({ length: 22 }, (_, bin) => bin * 5 - 2.5);

describe('the scale below a histogram', () => {
  const scale = histogramScale({ scale: 'linear', edges: PERCENT });

  it('puts the middle of the range in the middle', () => {
    expect(scale.place(-2.5)).toBe(0);
    expect(scale.place(50)).toBe(50);
    expect(scale.place(102.5)).toBe(100);
  });

  it('keeps values outside at the end', () => {
    expect(scale.place(1000)).toBe(100);
  });

  it('labels round numbers, as many as there is room for', () => {
    expect(scale.ticks(11)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(scale.ticks(8)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(scale.ticks(2)).toEqual([0, 100]);
  });
});

describe('the scale below bins that double', () => {
  const edges = [0, 10, 20, 50, 100, 200, 500, 1000];
  const scale = histogramScale({ scale: 'log', edges });

  it('gives every power of ten the same width', () => {
    const width = scale.place(100) - scale.place(10);
    expect(scale.place(1000) - scale.place(100)).toBeCloseTo(width);
    expect(scale.place(50) - scale.place(10)).toBeGreaterThan(width / 2);
  });

  it('has a place for 0 and for values near it', () => {
    expect(scale.place(0)).toBe(0);
    expect(scale.place(5)).toBeCloseTo(scale.place(10) / 2);
    expect(scale.place(10)).toBeCloseTo(scale.place(20) - scale.place(10));
  });

  it('labels every edge if there is room, else the powers of ten', () => {
    expect(scale.ticks(8)).toEqual(edges);
    expect(scale.ticks(7)).toEqual([0, 10, 100, 1000]);
    expect(scale.ticks(3)).toEqual([0, 100]);
  });
});

describe('[P23] the line of the correct answer', () => {
  const edges = [0, 10, 20, 30, 40];
  const counts = [3, 5, 0, 0];
  const scale = histogramScale({ scale: 'linear', edges });
  const below = (value: number): number => countBelow({ edges, counts }, scale, scale.place(value));

  it('ends above the column of its value', () => {
    expect([5, 15].map(below)).toEqual([3, 5]);
  });

  it('ends above the higher of two columns where it would touch both', () => {
    expect([10, 20].map(below)).toEqual([5, 5]);
    expect(below(9.8)).toBe(5);
  });

  it('goes down to the scale where nobody answered', () => {
    expect([25, 40, 1000].map(below)).toEqual([0, 0, 0]);
  });
});
