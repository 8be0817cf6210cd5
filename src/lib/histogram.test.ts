import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundToTwelveDigits } from './format-number.ts';
import { histogramOfValues, histogramOverRange, type Histogram } from './histogram.ts';

const PERCENT = { from: 0, to: 100, step: 1 };

describe('a histogram over a known range', () => {
  it('puts round answers into the middle of their bins', () => {
    const { edges, counts } = overRange([70, 70, 72, 80], PERCENT);
    expect(edges).toEqual(Array.from({ length: 22 }, (_, bin) => bin * 5 - 2.5));
    expect(filled({ scale: 'linear', edges, counts })).toEqual([
      [67.5, 72.5, 3],
      [77.5, 82.5, 1],
    ]);
  });

  it('gives each possible answer a bin of its own where there are few', () => {
    const { edges, counts } = overRange([1, 10, 10], { from: 1, to: 10, step: 1 });
    expect(edges).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5, 9.5, 10.5]);
    expect(counts).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 2]);
  });

  it('keeps its edges, whatever the answers are', () => {
    const empty = overRange([], PERCENT);
    expect(overRange([3, 99.9], PERCENT).edges).toEqual(empty.edges);
    expect(empty.counts.every((count) => count === 0)).toBe(true);
  });

  it('has bins of whole steps from the start of the range', () => {
    expect(overRange([1, 3, 5], { from: 1, to: 9, step: 2 })).toEqual({
      scale: 'linear',
      edges: [0, 2, 4, 6, 8, 10],
      counts: [1, 1, 1, 0, 0],
    });
    expect(overRange([], { from: 0, to: 30, step: 3 }).edges).toHaveLength(12);
  });

  it('accepts ranges below 0 and steps of tenths', () => {
    const { edges, counts } = overRange([-0.3, 0.3], { from: -0.5, to: 0.5, step: 0.1 });
    expect(edges.slice(0, 3)).toEqual([-0.55, -0.45, -0.35]);
    expect(counts).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0]);
  });
});

it('a histogram over any known range covers it in few bins with ascending edges', () => {
  const range = fc
    .record({
      from: fc.integer({ min: -1e6, max: 1e6 }),
      steps: fc.integer({ min: 1, max: 1e6 }),
      step: fc.constantFrom(0.01, 0.1, 0.25, 1, 3, 25, 1000),
    })
    .map(({ from, steps, step }) => ({ from, to: roundToTwelveDigits(from + steps * step), step }));
  fc.assert(
    fc.property(range, (asked) => {
      const { edges, counts } = overRange([asked.from, asked.to], asked);
      expect(counts.length).toBeLessThanOrEqual(26);
      expect(edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge))).toBe(true);
      expect(edges[0]).toBeLessThanOrEqual(asked.from);
      expect(edges.at(-1)).toBeGreaterThanOrEqual(asked.to);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    }),
  );
});

describe('a histogram fitted to its values', () => {
  it('is null without values', () => {
    expect(histogramOfValues(new Map())).toBeNull();
  });

  it('has bins of one width between round numbers', () => {
    expect(fitted([1200, 1900, 2000, 3500])).toEqual({
      scale: 'linear',
      edges: [1200, 1400, 1600, 1800, 2000, 2200, 2400, 2600, 2800, 3000, 3200, 3400, 3600],
      counts: [1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1],
    });
  });

  it('doubles its bins where the largest value is many times the smallest', () => {
    expect(fitted([300, 480, 7680, 12_000])).toEqual({
      scale: 'log',
      edges: [200, 500, 1000, 2000, 5000, 10_000, 20_000],
      counts: [2, 0, 0, 0, 1, 1],
    });
  });

  it('keeps zeros in a bin of their own beside bins that double', () => {
    expect(fitted([0, 0, 10, 1000])).toEqual({
      scale: 'log',
      edges: [0, 10, 20, 50, 100, 200, 500, 1000, 2000],
      counts: [2, 1, 0, 0, 0, 0, 0, 1],
    });
  });

  it('shows one value, or many that are equal, as one column among empty bins', () => {
    expect(fitted([7680])).toEqual({
      scale: 'linear',
      edges: [5000, 6000, 7000, 8000, 9000, 10_000],
      counts: [0, 0, 1, 0, 0],
    });
    expect(fitted([-3, -3]).counts).toEqual([0, 0, 2, 0, 0]);
    expect(fitted([0, 0, 0])).toEqual({ scale: 'linear', edges: [0, 1, 2, 3], counts: [3, 0, 0] });
  });

  it('has bins of one width if a value is below 0', () => {
    expect(fitted([-1000, 1, 900])).toEqual({
      scale: 'linear',
      edges: [-1000, -800, -600, -400, -200, 0, 200, 400, 600, 800, 1000],
      counts: [1, 0, 0, 0, 0, 1, 0, 0, 0, 1],
    });
  });

  it('keeps a value on an edge out of the bin below', () => {
    expect(filled(fitted([0.1, 0.2, 0.3]))).toContainEqual([0.3, 0.32, 1]);
    expect(filled(fitted([1, 10, 100]))).toEqual([
      [1, 2, 1],
      [10, 20, 1],
      [100, 200, 1],
    ]);
  });

  it('holds every value once, in few bins with ascending edges, whatever the values are', () => {
    const value = fc.oneof(
      fc.double({ min: 0, max: 1e60, noNaN: true }),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.integer({ min: -3, max: 40 }),
      fc.constantFrom(0, 1e-300, 5e-324, -5e-324, 0.29999999999999),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const { edges, counts } = fitted(values);
        expect(counts.length).toBeLessThanOrEqual(26);
        expect(edges).toHaveLength(counts.length + 1);
        expect(edges.every((edge, at) => at === 0 || edge > (edges[at - 1] ?? edge))).toBe(true);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
        expect(edges[0]).toBeLessThanOrEqual(Math.min(...values));
        expect(edges.at(-1)).toBeGreaterThan(Math.max(...values));
      }),
    );
  });
});

function countsOf(values: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function overRange(values: readonly number[], range: typeof PERCENT): Histogram {
  return histogramOverRange(countsOf(values), range);
}

function fitted(values: readonly number[]): Histogram {
  const histogram = histogramOfValues(countsOf(values));
  if (histogram === null) throw new Error('no histogram');
  return histogram;
}

/** The lower edge, upper edge and count of each bin that is not empty. */
function filled({ edges, counts }: Histogram): number[][] {
  return counts.flatMap((count, bin) =>
    count === 0 ? [] : [[edges[bin] ?? NaN, edges[bin + 1] ?? NaN, count]],
  );
}
