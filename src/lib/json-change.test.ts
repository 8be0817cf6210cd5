import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, changeOf, type JsonChange } from './json-change.ts';

function sent(change: JsonChange): JsonChange {
  return JSON.parse(JSON.stringify(change)) as JsonChange;
}

/** A value, and one that is like it but for some parts. */
const pairs = fc
  .oneof(
    fc.tuple(fc.jsonValue(), fc.jsonValue()),
    fc
      .tuple(
        fc.array(fc.jsonValue()),
        fc.nat(4),
        fc.nat(2),
        fc.array(fc.jsonValue(), { maxLength: 2 }),
      )
      .map(([list, from, cut, put]) => [list, list.toSpliced(from, cut, ...put)]),
    fc
      .tuple(fc.dictionary(fc.string(), fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()))
      .map(([one, other]) => [one, { ...one, ...other }]),
  )
  // JSON has no -0.
  .map((pair) => JSON.parse(JSON.stringify(pair)) as readonly [unknown, unknown]);

describe('the change between two values', () => {
  it('[X33] makes the one of the other, and is none between equals', () => {
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const change = changeOf(before, after);
        const made = change === null ? before : applyChange(before, sent(change));
        expect(made).toEqual(after);
        expect(changeOf(after, structuredClone(after))).toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  it('[X33] says only what has changed, and keeps the rest as it is', () => {
    const before = { tally: [{ count: 1 }, { count: 4 }], content: { options: ['Yes', 'No'] } };
    const after = { tally: [{ count: 2 }, { count: 4 }], content: { options: ['Yes', 'No'] } };
    const change = changeOf(before, after);
    expect(change).toEqual({ in: { tally: { in: { 0: { in: { count: { is: 2 } } } } } } });
    const made = change === null ? null : applyChange(before, change);
    expect(made).toHaveProperty('content', before.content);
    expect((made as typeof before).content).toBe(before.content);
    expect((made as typeof before).tally[1]).toBe(before.tally[1]);
    expect(before.tally[0]).toEqual({ count: 1 });
  });

  it('[X33] replaces the part of a list that another takes', () => {
    expect(changeOf(['a', 'b', 'c'], ['a', 'x', 'y', 'c'])).toEqual({
      from: 1,
      cut: 1,
      put: ['x', 'y'],
    });
    expect(changeOf({ a: 1, b: 2 }, { a: 1 })).toEqual({ in: {}, gone: ['b'] });
  });
});
