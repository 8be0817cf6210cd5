import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeOfMean, changeOfShare, countPair, noPairs, type PairSums } from './paired-change.ts';

type Pair = readonly [before: number, after: number];

function sumsOf(pairs: readonly Pair[]): PairSums {
  const sums = noPairs();
  for (const [before, after] of pairs) countPair(sums, before, after, 1);
  return sums;
}

/** So many pairs of each kind, in the order of a fourfold table: 1 and 1, 1 and 0, 0 and 1, 0 and 0. */
function fourfold(both: number, fell: number, rose: number, neither: number): Pair[] {
  const kinds: readonly (readonly [number, Pair])[] = [
    [both, [1, 1]],
    [fell, [1, 0]],
    [rose, [0, 1]],
    [neither, [0, 0]],
  ];
  return kinds.flatMap(([count, pair]) => Array.from({ length: count }, () => pair));
}

describe('the change of a share', () => {
  // Agresti & Min 2005, section 1: 794, 150, 86, 570 of 1,600 (a prime minister's approval, from
  // Agresti 1990). Their Wald interval is -0.040 ± 0.019; half a pair more of each kind changes no digit.
  it('has the interval of a published table', () => {
    const { before, after, interval } = changeOfShare(sumsOf(fourfold(794, 150, 86, 570)));
    expect(before).toBeCloseTo(0.59, 3);
    expect(after).toBeCloseTo(0.55, 3);
    expect(interval?.low).toBeCloseTo(-0.0587, 3);
    expect(interval?.high).toBeCloseTo(-0.0213, 3);
  });

  it('has an interval with a width where nobody has changed, and one within the scale', () => {
    const { interval } = changeOfShare(sumsOf(fourfold(3, 0, 0, 2)));
    expect(interval?.low).toBeLessThan(0);
    expect(interval?.high).toBeGreaterThan(0);
    expect(changeOfShare(sumsOf(fourfold(0, 0, 2, 0))).interval?.high).toBeLessThanOrEqual(1);
  });
});

describe('the change of a mean', () => {
  // Student 1908, "The probable error of a mean", table of additional hours of sleep by two drugs: the mean
  // difference is 1.58, and its standard deviation 1.23.
  it('has the paired t interval of a published table', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const pairs = first.map((before, index): Pair => [before, second[index] ?? 0]);
    const { before, after, interval, rose, same } = changeOfMean(sumsOf(pairs), 100);
    expect(after - before).toBeCloseTo(1.58, 10);
    expect(interval?.low).toBeCloseTo(0.7, 2);
    expect(interval?.high).toBeCloseTo(2.46, 2);
    expect([rose, same]).toEqual([9, 1]);
  });

  it('is the same with before and now exchanged, but for its sign', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 30 }), (pairs) => {
        const one = changeOfMean(sumsOf(pairs), 4);
        const other = changeOfMean(
          sumsOf(pairs.map(([before, after]): Pair => [after, before])),
          4,
        );
        expect([one.rose, one.fell]).toEqual([other.fell, other.rose]);
        expect(one.rose + one.same + one.fell).toBe(pairs.length);
        expect(one.before).toBe(other.after);
        expect(one.interval?.low ?? 0).toBeCloseTo(-(other.interval?.high ?? 0));
      }),
    );
  });
});
