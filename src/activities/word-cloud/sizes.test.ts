import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestSize, sizesOf } from './sizes.ts';

const BOX = { width: 1700, height: 640, least: 30 };

describe('the sizes of the words of a cloud', () => {
  it('follow the root of their counts, so that areas follow the counts', () => {
    const words = [16, 9, 4].map((count) => ({ text: 'word', count }));
    expect(sizesOf(words, 200, BOX)).toEqual([200, 150, 100]);
  });

  it('are never below the size that the last row reads', () => {
    const words = [100, 1].map((count) => ({ text: 'word', count }));
    expect(sizesOf(words, 100, BOX)).toEqual([100, 30]);
  });

  it('leave a long text within the box, however many gave it', () => {
    const text = 'a long phrase of thirty letters';
    const [size = 0] = sizesOf([{ text, count: 9 }], 230, BOX);
    expect(size * 0.58 * text.length).toBeLessThanOrEqual(BOX.width);
    const [chinese = 0] = sizesOf([{ text: '一二三四五六七八九十', count: 9 }], 230, BOX);
    expect(10 * chinese).toBeLessThanOrEqual(BOX.width);
  });

  it('grow smaller as words are more, and fill a box that has room', () => {
    const words = (number: number) =>
      Array.from({ length: number }, (_, place) => ({ text: `word ${place}`, count: 3 }));
    const sizes = [1, 8, 30, 60, 2000].map((number) => largestSize(words(number), BOX));
    expect(sizes).toEqual([...sizes].sort((one, other) => other - one));
    expect(sizes[0]).toBe(0.36 * BOX.height);
    expect(sizes[4]).toBeCloseTo(BOX.least, -1);
  });

  it('are whole and in the order of the counts, whatever comes', () => {
    const word = fc.record({
      text: fc.string({ minLength: 1 }),
      count: fc.integer({ min: 1, max: 9999 }),
    });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.integer({ min: 40, max: 900 }),
        (words, side) => {
          const box = { width: 2 * side, height: side, least: 24 };
          const sizes = sizesOf(words, largestSize(words, box), box);
          expect(sizes.every((size) => Number.isInteger(size) && size >= box.least)).toBe(true);
        },
      ),
    );
  });
});
