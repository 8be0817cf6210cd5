import { describe, expect, it } from 'vitest';
import { findSlides, searchable, typedSlide } from './find-slides.ts';

const slides = [
  { title: 'Welcome', question: '', text: 'A Reward model' },
  { title: 'Über Boats', question: 'How many boats are there?', text: '' },
  { title: '2024', question: '', text: '' },
].map(searchable);

describe('[P13] a search in the overview', () => {
  it('finds slides by words of their title, question or text, in any order and case', () => {
    expect(findSlides('', slides)).toEqual([0, 1, 2]);
    expect(findSlides('MANY uber', slides)).toEqual([1]);
    expect(findSlides('reward welcome', slides)).toEqual([0]);
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
