import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST_FOR_INTERVAL, meanInterval, studentT, type Sums } from './mean-interval.ts';

function sumsOf(values: readonly number[]): Sums {
  return {
    count: values.length,
    sum: values.reduce((sum, value) => sum + value, 0),
    squares: values.reduce((sum, value) => sum + value * value, 0),
  };
}

describe('[V24] the factor of Student’s t', () => {
  it.each([
    // Abramowitz & Stegun 1964, table 26.10, to three decimals.
    [4, 2.776],
    [5, 2.571],
    [6, 2.447],
    [7, 2.365],
    [9, 2.262],
    [14, 2.145],
    [19, 2.093],
    [29, 2.045],
    [60, 2],
    [120, 1.98],
    [1e9, 1.96],
  ])('is that of the tables for %i degrees of freedom: %f', (freedom, t) => {
    expect(Math.abs(studentT(freedom) - t)).toBeLessThan(0.0011);
  });

  it.each([4, 8, 30])('leaves 95%% of the density within it: %i degrees', (freedom) => {
    const t = studentT(freedom);
    const density = (x: number): number => (1 + (x * x) / freedom) ** (-(freedom + 1) / 2);
    const share = area(density, 0, t) / area(density, 0, 1000);
    expect(Math.abs(share - 0.95)).toBeLessThan(0.0001);
  });
});

describe('[V24] the interval of a mean', () => {
  it('is that of the formula, reckoned by hand', () => {
    // 30 ± 2.776445 · √250 / √5
    const interval = meanInterval(sumsOf([10, 20, 30, 40, 50]), 0, 100);
    expect(interval?.low).toBeCloseTo(10.36757, 1);
    expect(interval?.high).toBeCloseTo(49.63243, 1);
  });

  it('is none for too few values', () => {
    expect(meanInterval(sumsOf([10, 20, 30, 40]), 0, 100)).toBeNull();
  });

  it('is a point where all values are the same', () => {
    expect(meanInterval(sumsOf([7, 7, 7, 7, 7]), 0, 100)).toEqual({ low: 7, high: 7 });
  });

  it('ends at the ends of the range', () => {
    const interval = meanInterval(sumsOf([0, 0, 0, 0, 100]), 0, 100);
    expect(interval?.low).toBe(0);
    expect(meanInterval(sumsOf([0, 100, 100, 100, 100]), 0, 100)?.high).toBe(100);
  });

  it('is the same as by the deviations from the mean, one by one', () => {
    const values = fc.array(fc.integer({ min: 0, max: 1000 }), {
      minLength: FEWEST_FOR_INTERVAL,
      maxLength: 60,
    });
    fc.assert(
      fc.property(values, (all) => {
        const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
        const squared = all.reduce((sum, value) => sum + (value - mean) ** 2, 0);
        const reach =
          studentT(all.length - 1) * Math.sqrt(squared / (all.length - 1)) * all.length ** -0.5;
        const interval = meanInterval(sumsOf(all), -1e9, 1e9);
        expect(interval?.low).toBeCloseTo(mean - reach, 6);
        expect(interval?.high).toBeCloseTo(mean + reach, 6);
      }),
    );
  });
});

/** The area below a function, by Simpson's rule on steps that grow with their distance from `from`. */
function area(of: (x: number) => number, from: number, to: number): number {
  let sum = 0;
  for (let x = from; x < to;) {
    const step = Math.min(0.001 + x / 500, to - x);
    sum += (step / 6) * (of(x) + 4 * of(x + step / 2) + of(x + step));
    x += step;
  }
  return sum;
}
