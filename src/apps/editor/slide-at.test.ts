import { describe, expect, it } from 'vitest';
import { endOfSlide, slideAt } from './slide-at.ts';

const lines =
  '---\ntitle: T\n---\n\n# One\n\n---\nlayout: quote\n---\n\n> Two\n\n--\n\n# Three\n'.split('\n');
const places = [
  { file: 'a.md', line: 5 },
  { file: 'a.md', line: 8 },
  { file: 'a.md', line: 15 },
  { file: 'b.md', line: 1 },
];

describe('the slide at a line', () => {
  it('is the last one that begins above it, in its file', () => {
    const found = [1, 5, 7, 8, 11, 14, 15, 99].map((line) => slideAt(places, 'a.md', line));
    expect(found).toEqual([0, 0, 0, 1, 1, 1, 2, 2]);
    expect(slideAt(places, 'b.md', 4)).toBe(3);
    expect(slideAt(places, 'deck.css', 4)).toBe(-1);
  });
});

describe('a new slide', () => {
  it('belongs behind the last words of the slide with the cursor', () => {
    const ends = [1, 5, 9, 15].map((line) => lines[endOfSlide(lines, places, 'a.md', line) - 1]);
    expect(ends).toEqual(['# One', '# One', '> Two', '# Three']);
    expect(endOfSlide([''], [], 'a.md', 1)).toBe(1);
  });
});
