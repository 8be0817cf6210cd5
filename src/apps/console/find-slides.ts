/** The words by which a slide is found: its title and its question. */
export interface SlideWords {
  readonly title: string;
  readonly question: string;
}

/** The number of a slide, from 1, that is typed alone; null for other texts and numbers of no slide. */
export function typedSlide(typed: string, slides: number): number | null {
  const number = /^\d+$/.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= slides ? number : null;
}

/** The indices of the slides with all words that are typed, in any case and with or without accents. */
export function findSlides(typed: string, slides: readonly SlideWords[]): readonly number[] {
  const words = plain(typed).split(/\s+/);
  return [...slides.keys()].filter((index) => {
    const text = plain(`${slides[index]?.title} ${slides[index]?.question}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
