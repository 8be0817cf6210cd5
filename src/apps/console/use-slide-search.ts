import { useMemo, useState } from 'preact/hooks';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { findSlides, searchable, typedSlide } from './find-slides.ts';

export interface SlideSearch {
  readonly typed: string;
  /** The indices of the slides that fit, in their order; all of them for a number. */
  readonly found: readonly number[];
  /** The index of the slide that is chosen; null if none fits. */
  readonly selected: number | null;
  type(typed: string): void;
  select(index: number): void;
}

/** The search of the overview. What is typed chooses a slide; arrow keys choose another. */
export function useSlideSearch(
  { slides }: ConsoleDeck,
  { activities }: Pick<ConsoleSnapshot, 'activities'>,
  present: number,
): SlideSearch {
  const [typed, setTyped] = useState('');
  const [chosen, select] = useState(present);
  const number = typedSlide(typed, slides.length);
  const words = useMemo(() => wordsOf(slides, activities), [slides]);
  const found = useMemo(
    () => (number === null && typed !== '' ? findSlides(typed, words()) : [...slides.keys()]),
    [typed, words],
  );
  return {
    typed,
    found,
    selected: found.includes(chosen) ? chosen : (found[0] ?? null),
    type(text) {
      setTyped(text);
      const wanted = typedSlide(text, slides.length);
      if (wanted !== null) select(wanted - 1);
    },
    select,
  };
}

/** Makes the words of all slides when they are first asked for: the overview opens at once. */
function wordsOf(
  slides: ConsoleDeck['slides'],
  activities: ConsoleSnapshot['activities'],
): () => readonly string[] {
  let words: readonly string[] | null = null;
  const questions = new Map(activities.map(({ id, question }) => [id, question]));
  const make = (): readonly string[] =>
    slides.map(({ title, activity, html }) => {
      const question = questions.get(activity ?? '') ?? '';
      return searchable({ title, question, text: textOf(html) });
    });
  return () => (words ??= make());
}

/** The text of a slide, with a space between two elements that stand apart. */
function textOf(html: string): string {
  const template = document.createElement('template');
  template.innerHTML = html.replace(APART, ' $&');
  return template.content.textContent;
}

const APART = /<\/?(?:br|dd|div|dt|figcaption|h[1-6]|li|p|pre|section|td|text|th|tr)\b/gi;
