import { describe, expect, it } from 'vitest';
import { chaptersOf } from './chapters.ts';

const slide = (h: number, v: number, title: string, classes = '') => ({
  h,
  v,
  title,
  attributes: { class: classes },
});

describe('the chapters of a deck', () => {
  it('begin at its chapter slides, and end where their accent ends', () => {
    const deck = [
      slide(0, 0, 'Welcome', 'layout-title'),
      slide(1, 0, 'Plan'),
      slide(2, 0, 'Boats', 'layout-chapter accent-1'),
      slide(3, 0, 'Keel', 'layout-figure accent-1'),
      slide(3, 1, 'Keel, in detail', 'accent-1'),
      slide(4, 0, 'Trains', 'layout-chapter accent-2'),
      slide(5, 0, 'Rail', 'accent-2'),
      slide(6, 0, 'Sources'),
      slide(7, 0, 'Thanks'),
    ];
    expect(chaptersOf(deck)).toEqual([
      { title: '', from: 0, to: 2 },
      { title: 'Boats', from: 2, to: 5 },
      { title: 'Trains', from: 5, to: 7 },
      { title: '', from: 7, to: 9 },
    ]);
  });

  it('go on to the next chapter slide where they have no accent', () => {
    const deck = [
      slide(0, 0, 'One', 'layout-chapter'),
      slide(1, 0, 'a', 'accent-3'),
      slide(2, 0, 'Two', 'layout-chapter'),
    ];
    expect(chaptersOf(deck).map(({ title, to }) => [title, to])).toEqual([
      ['One', 2],
      ['Two', 3],
    ]);
  });

  it('are the columns that have slides below their first one, where there is no chapter slide', () => {
    const deck = [
      slide(0, 0, 'Start'),
      slide(1, 0, 'Column'),
      slide(1, 1, 'Below'),
      slide(2, 0, 'Z'),
    ];
    expect(chaptersOf(deck)).toEqual([
      { title: '', from: 0, to: 1 },
      { title: 'Column', from: 1, to: 3 },
      { title: '', from: 3, to: 4 },
    ]);
    expect(chaptersOf([])).toEqual([]);
  });
});
