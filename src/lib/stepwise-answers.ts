/** The answers to several questions that are asked one by one; null for those not answered yet. */
export type PartialAnswers<Answer> = readonly (Answer | null)[];

/** Returns one answer or null for each question, starting from the answers given already. */
export function partialAnswers<Answer>(
  questions: readonly unknown[],
  given: PartialAnswers<Answer> = [],
): PartialAnswers<Answer> {
  return questions.map((_, index) => given[index] ?? null);
}

/** Returns the answers with the one at `index` replaced. */
export function withAnswer<Answer>(
  answers: PartialAnswers<Answer>,
  index: number,
  answer: Answer | null,
): PartialAnswers<Answer> {
  return answers.map((before, at) => (at === index ? answer : before));
}

/** The index of the next null after `after`, then from the start; null if everything is answered. */
export function nextUnanswered(answers: PartialAnswers<unknown>, after: number): number | null {
  const later = answers.findIndex((answer, index) => answer === null && index > after);
  const first = later === -1 ? answers.indexOf(null) : later;
  return first === -1 ? null : first;
}
