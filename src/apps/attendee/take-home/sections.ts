import type { TakeHomeQuestion } from '../../../session/views.ts';

/** A section of the take-home page. */
export type Section =
  | { readonly is: 'question'; readonly question: TakeHomeQuestion }
  | {
      readonly is: 'check';
      readonly questions: readonly TakeHomeQuestion[];
      /** The number of right answers among those whose correct answer was revealed. */
      readonly right: number;
      readonly of: number;
    };

/**
 * Sections for the answered questions, in the order of the deck. Questions with a correct answer
 * share one section, at the place of the first of them.
 */
export function sectionsOf(questions: readonly TakeHomeQuestion[]): Section[] {
  const answered = questions.filter(({ answer }) => answer !== null);
  const judged = answered.filter((question) => question.judged);
  const shown = judged.filter(({ right }) => right !== null);
  const right = shown.filter((question) => question.right === true).length;
  return answered.flatMap((question): Section[] => {
    if (!question.judged) return [{ is: 'question', question }];
    if (question !== judged[0]) return [];
    return [{ is: 'check', questions: judged, right, of: shown.length }];
  });
}

/** "Knowledge check: 9 of 12 correct". */
export function knowledgeCheckLabel({ right, of }: { right: number; of: number }): string {
  return of === 0 ? 'Knowledge check' : `Knowledge check: ${right} of ${of} correct`;
}
