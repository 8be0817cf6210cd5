import type { Choices, MatchContent, MatchOption } from './content.ts';
import type { MatchAnswer } from './match.ts';

/** The choices of a voter, one for each question; null where it is not answered yet. */
export function choicesOf(content: MatchContent, answer: MatchAnswer | null): Choices {
  return content.questions.map((_, question) => answer?.choices[question] ?? null);
}

/** The choices with one of them changed. */
export function withChoice(choices: Choices, question: number, choice: number): Choices {
  return choices.map((before, place) => (place === question ? choice : before));
}

/** The next question without an answer, from after `after` onwards and then from the start; or null. */
export function nextUnanswered(choices: Choices, after: number): number | null {
  const later = choices.findIndex((choice, question) => choice === null && question > after);
  const first = later === -1 ? choices.indexOf(null) : later;
  return first === -1 ? null : first;
}

/** What choosing an option warns of; or empty. */
export function warningOf(content: MatchContent, question: number, choice: number): string {
  return content.questions[question]?.options[choice]?.warning ?? '';
}

/** The chosen options that warn of something. */
export function warningsOf({ questions }: MatchContent, choices: Choices): MatchOption[] {
  return questions.flatMap(({ options }, question) => {
    const chosen = options[choices[question] ?? -1];
    return chosen === undefined || chosen.warning === '' ? [] : [chosen];
  });
}
