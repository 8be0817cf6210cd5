import type { TakeHomeQuestion } from '../../../session/views.ts';
import { sectionsOf, type Section } from './sections.ts';

/** A chapter of the take-home page: of the talk, all that is in none, or the knowledge check. */
export type Chapter =
  | { readonly is: 'chapter'; readonly title: string; readonly sections: readonly Section[] }
  | { readonly is: 'others'; readonly sections: readonly Section[] }
  | { readonly is: 'check'; readonly section: Extract<Section, { is: 'check' }> };

/** The parts of a take-home page. */
export interface Outline {
  /** The sum of the attendee's answers: shown first and whole. */
  readonly first: readonly Section[];
  /** All else, to be unfolded; empty where the talk has no chapters. */
  readonly chapters: readonly Chapter[];
}

/**
 * The answered questions by chapter. A talk without chapters has all of them in `first`, in the order
 * of the talk.
 */
export function outlineOf(questions: readonly TakeHomeQuestion[]): Outline {
  const sections = sectionsOf(questions);
  const titles = [...new Set(sections.map(chapterOf))].filter((title) => title !== '');
  if (titles.length === 0) return { first: sections, chapters: [] };
  const first = sections.filter(
    (section) => section.is === 'question' && section.question.inShort.length > 0,
  );
  const rest = sections.filter((section) => !first.includes(section));
  const questionsOf = (title: string): Section[] =>
    rest.filter((section) => section.is === 'question' && chapterOf(section) === title);
  const chapters = titles.map((title): Chapter => ({
    is: 'chapter',
    title,
    sections: questionsOf(title),
  }));
  const others: Chapter = { is: 'others', sections: questionsOf('') };
  const check = rest.flatMap((section): Chapter[] =>
    section.is === 'check' ? [{ is: 'check', section }] : [],
  );
  const filled = [...chapters, others].filter(
    (one) => one.is === 'check' || one.sections.length > 0,
  );
  return { first, chapters: [...filled, ...check] };
}

function chapterOf(section: Section): string {
  return section.is === 'check' ? '' : section.question.chapter;
}
