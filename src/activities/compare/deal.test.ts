import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deal, dealFrom, pairsOf, schedule, type Pair } from './deal.ts';

const NUMBERS = [3, 4, 5, 6, 7, 8, 9, 10];

describe.each(NUMBERS)('[V30] the schedule of %i options', (options) => {
  const all = schedule(options);
  const sharing = all.filter((pair, at) => shares(pair, all[(at + 1) % all.length]));

  it('has each pair once', () => {
    expect(all).toHaveLength(pairsOf(options));
    expect(new Set(all.map(nameOf)).size).toBe(pairsOf(options));
    for (const [one, other] of all) expect(one).not.toBe(other);
  });

  it('has no option in two neighbouring pairs, as far as there are enough', () => {
    // A round of four options has two pairs, and so has one of five: every second neighbour shares one.
    const most = options > 5 ? 0 : Math.ceil(all.length / 2);
    expect(sharing.length).toBeLessThanOrEqual(options === 3 ? 3 : most);
  });

  it('has each option on both sides', () => {
    for (let option = 0; option < options; option += 1) {
      const first = all.filter(([one]) => one === option).length;
      expect(Math.abs(2 * first - (options - 1))).toBeLessThanOrEqual(1);
    }
  });

  it('asks each pair equally often, and each way round, over all starts', () => {
    for (let count = 1; count <= pairsOf(options); count += 1) {
      const asked = new Map<string, number>();
      for (let start = 0; start < 2 * all.length; start += 1) {
        for (const pair of dealFrom(options, count, start)) {
          asked.set(String(pair), (asked.get(String(pair)) ?? 0) + 1);
        }
      }
      expect(asked.size).toBe(2 * all.length);
      expect(new Set(asked.values())).toEqual(new Set([count]));
    }
  });
});

describe('[V30] the pairs of a phone', () => {
  it('are as many as are asked for, none of them twice, the same at each look', () => {
    const dealt = fc.constantFrom(...NUMBERS).chain((options) =>
      fc.record({
        options: fc.constant(options),
        count: fc.integer({ min: 1, max: pairsOf(options) }),
        seed: fc.string(),
      }),
    );
    fc.assert(
      fc.property(dealt, ({ options, count, seed }) => {
        const pairs = deal(options, count, seed);
        expect(new Set(pairs.map(nameOf)).size).toBe(count);
        expect(deal(options, count, seed)).toEqual(pairs);
      }),
    );
  });

  it('begin at each place of the schedule about as often', () => {
    const starts = new Map<string, number>();
    for (let phone = 0; phone < 6000; phone += 1) {
      const [first] = deal(4, 1, `a2f${phone}/breakfast`);
      starts.set(String(first), (starts.get(String(first)) ?? 0) + 1);
    }
    expect(starts.size).toBe(12);
    // Of 500 each; six deviations away.
    for (const count of starts.values()) expect(Math.abs(count - 500)).toBeLessThan(6 * 21.4);
  });
});

function nameOf([one, other]: Pair): string {
  return `${Math.min(one, other)}/${Math.max(one, other)}`;
}

function shares(pair: Pair, next: Pair | undefined): boolean {
  return next !== undefined && pair.some((option) => next.includes(option));
}
