import { plainLetters } from '../../lib/plain-letters.ts';

/** The words by which a slide is found: its title, its question and its own text. */
export interface SlideWords {
  readonly title: string;
  readonly question: string;
  readonly text: string;
}

/** The number of a slide, from 1, that is typed alone; null for other texts and numbers of no slide. */
export function typedSlide(typed: string, slides: number): number | null {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= slides ? number : null;
}

/** All words of a slide as `findSlides` compares them: made once, for every search. */
export function searchable({ title, question, text }: SlideWords): string {
  return plainLetters(`${title} ${question} ${text}`);
}

/**
 * The indices of the slides with all words that are typed, in any case and with or without accents.
 *
 * @param slides the words of each, made by `searchable`
 */
export function findSlides(typed: string, slides: readonly string[]): readonly number[] {
  const words = plainLetters(typed).split(/\s+/);
  return [...slides.keys()].filter((index) => {
    return words.every((word) => slides[index]?.includes(word));
  });
}
