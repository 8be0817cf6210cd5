import { describe, expect, it } from 'vitest';
import { changedRows, keepOrder, type RowPlace } from './row-places.ts';

const row = (name: string, line: number, says = name): [string, RowPlace] => [
  name,
  { top: line * 40, bottom: line * 40 + 40, says },
];
const before = new Map([row('slow', 0), row('rude', 1), row('fine', 2)]);

describe('[V64] a row of the presenter’s list', () => {
  it('has changed if it stands where another text was', () => {
    expect(changedRows(before, new Map([row('rude', 0), row('fine', 1)]))).toEqual([
      'rude',
      'fine',
    ]);
    const sorted = new Map([row('fine', 0), row('slow', 1), row('rude', 2)]);
    expect(changedRows(before, sorted)).toEqual(['fine', 'slow', 'rude']);
  });

  it('has changed if its spelling or its verbs have, where it stands', () => {
    expect(changedRows(before, new Map([...before, row('rude', 1, 'Rude')]))).toEqual(['rude']);
  });

  it('has not changed if it stays, comes where nothing was, or grows by a pixel', () => {
    expect(changedRows(before, before)).toEqual([]);
    expect(changedRows(before, new Map([...before, row('new', 3)]))).toEqual([]);
    const grown = new Map(
      [...before].map(([name, place]) => [name, { ...place, top: place.top + 1 }]),
    );
    expect(changedRows(before, grown)).toEqual([]);
  });

  it('keeps its place among the others while the order is held, and new ones follow', () => {
    const sorted = ['new', 'fine', 'slow', 'newer'];
    const kept = keepOrder(['slow', 'rude', 'fine'], sorted, (name) => name);
    expect(kept).toEqual(['slow', 'fine', 'new', 'newer']);
  });
});
