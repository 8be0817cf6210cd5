import type { Activity } from '../../src/activities/contract.ts';
import type { GuessAnswer, GuessPrompt } from '../../src/activities/guess/guess.ts';
import type { HighlightAnswer, HighlightContent } from '../../src/activities/highlight/content.ts';
import type { MatchContent } from '../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../src/activities/match/match.ts';
import type { MatrixAnswer, MatrixContent } from '../../src/activities/matrix/content.ts';
import { ranked, verdictOf } from '../../src/activities/match/scores.ts';

import type { PollAnswer, PollContent } from '../../src/activities/poll/poll.ts';
import type { QuizAnswer, QuizContent } from '../../src/activities/quiz/quiz.ts';

import type { Json } from '../../src/lib/json.ts';
import type {
  CalculatorAnswer,
  CalculatorContent,
} from '../../src/activities/calculator/content.ts';
import type { CompareAnswer, CompareContent } from '../../src/activities/compare/content.ts';
import type { RankingAnswer, RankingContent } from '../../src/activities/ranking/content.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/content.ts';
import type { WordCloudAnswer } from '../../src/activities/word-cloud/content.ts';
import type { OpenTextAnswer, OpenTextContent } from '../../src/activities/open-text/content.ts';

/** One line of the export as docs/results.md promises it, without session and time. */
export interface ExpectedRow {
  readonly activity: string;
  readonly type: string;
  readonly question: string;
  readonly item: string;
  readonly value: number | null;
  readonly choice: string;
  readonly text: string;
  readonly correct: boolean | null;
}

type Line = Partial<Pick<ExpectedRow, 'item' | 'value' | 'choice' | 'text' | 'correct'>>;

const ways: Readonly<Record<string, (content: Json, answer: Json) => Line[]>> = {
  // Sound: content and answer are of the type that names the line.
  calculator: (content, answer) =>
    ofCalculator(content as CalculatorContent, answer as CalculatorAnswer),
  compare: (content, answer) => ofCompare(content as CompareContent, answer as CompareAnswer),
  guess: (content, answer) => ofGuess(content as GuessPrompt, answer as GuessAnswer),
  highlight: (content, answer) =>
    ofHighlight(content as HighlightContent, answer as HighlightAnswer),
  match: (content, answer) => ofMatch(content as MatchContent, answer as MatchAnswer),
  matrix: (content, answer) => ofMatrix(content as MatrixContent, answer as MatrixAnswer),
  'open-text': (content, answer) => ofText(content as OpenTextContent, answer as OpenTextAnswer),
  poll: (content, answer) => ofPoll(content as PollContent, answer as PollAnswer),
  quiz: (content, answer) => ofQuiz(content as QuizContent, answer as QuizAnswer),
  ranking: (content, answer) => ofRanking(content as RankingContent, answer as RankingAnswer),
  rating: (content, answer) => ofRating(content as RatingContent, answer as RatingAnswer),
  'word-cloud': (_, answer) =>
    (answer as WordCloudAnswer).words.map((text, place) => ({
      ...{ item: `Word ${place + 1}`, choice: 'Written', text },
    })),
};

/** The lines that an export has for one attendee's answer, spelt out here a second time. */
export function expectedRows({ id, type, question, content }: Activity, answer: Json) {
  const lines = ways[type]?.(content, answer);
  if (lines === undefined)
    throw new Error(`test/e2e/expected-rows.ts does not say what a ${type} leaves behind`);
  return lines.map((line): ExpectedRow => ({
    ...{ activity: id, type, question },
    ...{ item: '', value: null, choice: '', text: '', correct: null },
    ...line,
  }));
}

function ofCalculator({ inputs, factor, unit }: CalculatorContent, { values }: CalculatorAnswer) {
  const said = values.map((value, index): Line => {
    const input = inputs[index];
    return { item: input?.label ?? '', value, choice: `${value} ${input?.unit ?? ''}`.trim() };
  });
  // Whole numbers and a division: multiplied by 0.1, some would not be the result.
  const result = values.reduce((product, value) => product * value, 1) / Math.round(1 / factor);
  const choice = `${result.toLocaleString('en')} ${unit}`;
  return [...said, { item: 'Result', value: result, choice }];
}

function ofCompare({ options }: CompareContent, { judgements }: CompareAnswer): Line[] {
  return judgements.flatMap((judgement): Line[] => {
    if (judgement === null) return [];
    const [first, second, outcome] = judgement;
    const item = `${options[first]} / ${options[second]}`;
    if (outcome === 'same') return [{ item, choice: 'The same' }];
    const chosen = outcome === 'first' ? first : second;
    return [{ item, value: chosen + 1, choice: options[chosen] ?? '' }];
  });
}

function ofGuess({ unit }: GuessPrompt, { guess }: GuessAnswer): Line[] {
  return [{ value: guess, choice: unit === '%' ? `${guess}%` : `${guess} ${unit}` }];
}

function ofHighlight(
  { lines, most, right }: HighlightContent,
  { lines: tapped }: HighlightAnswer,
): Line[] {
  const correct = right === null ? null : String(tapped) === String(right);
  return tapped.map((line) => {
    const item = most === 1 ? '' : `Line ${line + 1}`;
    return { item, value: line + 1, choice: lines[line]?.trim() ?? '', correct };
  });
}

function ofMatch(content: MatchContent, { choices }: MatchAnswer): Line[] {
  const { cases, questions } = content;
  const name = (place: number): string => cases[place]?.name ?? '';
  const said = questions.map(({ ask, options }, question): Line => {
    const choice = choices[question] ?? -1;
    return { item: ask, value: choice + 1, choice: options[choice]?.text ?? '' };
  });
  const scores = ranked(content, choices)
    .toSorted((a, b) => a.case - b.case)
    .map(({ case: place, points, of }): Line => {
      const percent = (100 * points) / of;
      return {
        item: `Score: ${name(place)}`,
        value: Math.round(10 * percent) / 10,
        choice: `${Math.round(percent)}% of its maximum (${points} of ${of} points)`,
      };
    });
  return [...said, ...scores, { item: 'Result', choice: matchInWords(content, choices) }];
}

/** The result of a match in the words of docs/results.md. */
export function matchInWords(content: MatchContent, choices: MatchAnswer['choices']): string {
  const verdict = verdictOf(content, choices);
  if (verdict === null) throw new Error('A match has no result before all of it is answered');
  if (verdict.is === 'none') return 'No clear match';
  const name = (place: number): string => content.cases[place]?.name ?? '';
  if (verdict.is === 'clear') return name(verdict.case);
  return `Between ${verdict.cases.map(name).join(' and ')}`;
}

function ofMatrix({ items, x, y }: MatrixContent, { positions }: MatrixAnswer): Line[] {
  return items.flatMap((item, place) => {
    const position = positions[place] ?? null;
    if (position === null) return [];
    return [x, y].map(({ label, low, high }, axis): Line => {
      const value = position[axis] ?? 0;
      const end = value < 50 ? low : value > 50 ? high : 'in the middle';
      return { item: `${label}: ${item}`, value, choice: `${value} of 100, ${end}` };
    });
  });
}

function ofText({ options }: OpenTextContent, { choice, text }: OpenTextAnswer): Line[] {
  return [
    choice === null
      ? { choice: 'Written', text: text ?? '' }
      : { value: choice + 1, choice: options[choice] ?? '', text: text ?? '' },
  ];
}

function ofPoll({ options }: PollContent, { choices, other }: PollAnswer): Line[] {
  if (other !== null) return [{ choice: 'Other', text: other }];
  return choices.map((choice) => ({ value: choice + 1, choice: options[choice] ?? '' }));
}

function ofQuiz({ options, right }: QuizContent, { choices }: QuizAnswer): Line[] {
  const correct = String(choices) === String(right);
  return choices.map((choice) => ({ value: choice + 1, choice: options[choice] ?? '', correct }));
}

function ofRanking({ options }: RankingContent, { order }: RankingAnswer): Line[] {
  return options.map((item, option): Line => {
    const place = order.indexOf(option) + 1;
    return place > 0
      ? { item, value: place, choice: `Place ${place}` }
      : { item, choice: 'Not placed' };
  });
}

function ofRating({ rows, from }: RatingContent, { ratings }: RatingAnswer): Line[] {
  return rows.map(({ label, descriptors }, row): Line => {
    const rating = ratings[row];
    if (typeof rating !== 'number') return { item: label, choice: "Can't say" };
    return { item: label, value: rating, choice: descriptors[rating - from] ?? '' };
  });
}
