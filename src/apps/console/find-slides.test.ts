import { describe, expect, it } from 'vitest';
import { findSlides, typedSlide } from './find-slides.ts';

const slides = [
  { title: 'Welcome', question: '' },
  { title: 'Über Boats', question: 'How many boats are there?' },
  { title: '2024', question: '' },
];

describe('[P13] a search in the overview', () => {
  it('finds slides by words of their title or question, in any order and case', () => {
    expect(findSlides('', slides)).toEqual([0, 1, 2]);
    expect(findSlides('MANY uber', slides)).toEqual([1]);
    expect(findSlides('trains', slides)).toEqual([]);
    expect(findSlides('2024', slides)).toEqual([2]);
  });

  it('takes the number of a slide as its number, and others as words', () => {
    expect(typedSlide(' 3 ', slides.length)).toBe(3);
    for (const typed of ['', '0', '4', '2024', '1 boat']) {
      expect(typedSlide(typed, slides.length)).toBeNull();
    }
  });
});
