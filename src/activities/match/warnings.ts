import type { Choices, MatchContent, MatchOption } from './content.ts';

/** The warning of an option; or empty. */
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
