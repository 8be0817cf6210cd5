import type { CompareAnswer, CompareContent, Judgement, Outcome } from './content.ts';
import type { Pair } from './deal.ts';

/** The given judgement of a pair, by the option that was chosen; null where it is not judged yet. */
export type Choice = number | 'same' | null;

/** The choice of an answer between two options, in whichever order these are shown. */
export function choiceOf(answer: CompareAnswer | null, [one, other]: Pair): Choice {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const found = given(answer).find(
    (judgement) => judgement[0] === first && judgement[1] === second,
  );
  if (found === undefined) return null;
  return chosen(found);
}

/** The option that a judgement chose, or `same`. */
export function chosen([first, second, outcome]: Judgement): number | 'same' {
  if (outcome === 'same') return 'same';
  return outcome === 'first' ? first : second;
}

/** The judgements of an answer, without the pairs that are not judged yet. */
export function given(answer: CompareAnswer | null): readonly Judgement[] {
  return (answer?.judgements ?? []).filter((judgement) => judgement !== null);
}

/**
 * The answer with one more judgement, or another one of a pair that is judged already.
 *
 * @param choice the chosen option, or `same`
 */
export function withChoice(
  content: CompareContent,
  answer: CompareAnswer | null,
  [one, other]: Pair,
  choice: number | 'same',
): CompareAnswer {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const outcome: Outcome = choice === 'same' ? 'same' : choice === first ? 'first' : 'second';
  const others = given(answer).filter((each) => each[0] !== first || each[1] !== second);
  return normalAnswer(content, [...others, [first, second, outcome]]);
}

/** Judgements in their one proper form: in the order of their pairs, and null for each missing one. */
export function normalAnswer(
  { pairs }: CompareContent,
  judgements: readonly Judgement[],
): CompareAnswer {
  const sorted = [...judgements].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  return { judgements: Array.from({ length: pairs }, (_, place) => sorted[place] ?? null) };
}
