import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { resultOf } from '../../src/activities/calculator/calculator.ts';

import type { Activity } from '../../src/activities/contract.ts';
import type { GuessAnswer, GuessContent } from '../../src/activities/guess/guess.ts';
import type { MatchContent } from '../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../src/activities/match/match.ts';
import { verdictOf } from '../../src/activities/match/scores.ts';
import type { PollAnswer, PollContent } from '../../src/activities/poll/poll.ts';
import type { QuizAnswer, QuizContent } from '../../src/activities/quiz/quiz.ts';

import { formatNumber, roundToThreeDigits, formatWithUnit } from '../../src/lib/format-number.ts';
import type { Json } from '../../src/lib/json.ts';
import { expectTexts } from './browser.ts';
import type {
  CalculatorAnswer,
  CalculatorContent,
} from '../../src/activities/calculator/content.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/content.ts';

type Look = (shown: Locator, activity: Activity, answers: readonly Json[]) => Promise<void>;

// Sound, in each: content and answers are of the type that names the line.

/** The texts on the stage once all have answered a question, by activity type. */
const answered: Readonly<Record<string, Look>> = {
  calculator: (shown, { content }, answers) =>
    expectMedian(shown, content as CalculatorContent, answers as CalculatorAnswer[]),
  guess: (shown, { question, content }, answers) =>
    expectGuesses(shown, question, content as GuessContent, answers as GuessAnswer[]),
  match: (shown, { content }, answers) =>
    expectMatches(shown, content as MatchContent, answers as MatchAnswer[]),
  poll: (shown, { content }, answers) =>
    expectChoices(shown, content as PollContent, answers as PollAnswer[]),
  quiz: (shown, { content }, answers) =>
    expectSplit(shown, content as QuizContent, answers as QuizAnswer[]),
  rating: (shown, { content }, answers) =>
    expectMedians(shown, content as RatingContent, answers as RatingAnswer[]),
};

/** The texts on the stage once the correct answer is revealed. */
const answerRevealed: Readonly<Record<string, Look>> = {
  guess: (shown, { content }, answers) =>
    expectAnswer(shown, content as GuessContent, answers as GuessAnswer[]),
  quiz: (shown, { content }, answers) =>
    expectRight(shown, content as QuizContent, answers as QuizAnswer[]),
};

/** Expects the stage to show the answers, and not yet the correct one. */
export async function expectAnswered(stage: Page, activity: Activity, answers: readonly Json[]) {
  await answered[activity.type]?.(shownOf(stage, activity), activity, answers);
}

/** Expects the stage to show the correct answer, and how many knew it. */
export async function expectAnswerRevealed(
  stage: Page,
  activity: Activity,
  answers: readonly Json[],
) {
  await answerRevealed[activity.type]?.(shownOf(stage, activity), activity, answers);
}

/** The place of a question on its slide. */
export function shownOf(stage: Page, { id }: Activity): Locator {
  return stage.locator(`[data-activity="${id}"]`);
}

/** The middle one of some numbers, or what lies between the middle two. */
function medianOf(values: readonly number[]): number {
  const rising = values.toSorted((a, b) => a - b);
  const at = (place: number): number => rising[place] ?? NaN;
  return (at(Math.floor((rising.length - 1) / 2)) + at(Math.ceil((rising.length - 1) / 2))) / 2;
}

/** The medians of a rating's rows, of those who put them on the scale. */
export function mediansOf({ rows }: RatingContent, answers: readonly RatingAnswer[]): number[] {
  return rows.map((_, row) =>
    medianOf(answers.map(({ ratings }) => ratings[row]).filter((one) => typeof one === 'number')),
  );
}

async function expectMedian(
  shown: Locator,
  content: CalculatorContent,
  answers: readonly CalculatorAnswer[],
): Promise<void> {
  const median = roundToThreeDigits(
    medianOf(answers.map(({ values }) => resultOf(content, values))),
  );
  await shown
    .getByText(`The room’s middle answer ${formatWithUnit(median, content.unit)}`)
    .waitFor();
}

async function expectGuesses(
  shown: Locator,
  question: string,
  { unit, source }: GuessContent,
  answers: readonly GuessAnswer[],
): Promise<void> {
  // The module's guesses are whole numbers, and so is what is said of them.
  const median = formatWithUnit(Math.round(medianOf(answers.map(({ guess }) => guess))), unit);
  const table = shown.getByRole('table', { name: question });
  await table.getByText(`${answers.length} answers; middle answer ${median}`).waitFor();
  const counts = await table.locator('td').allInnerTexts();
  expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(answers.length);
  expect(await shown.getByText(/^Correct answer/).count()).toBe(0);
  expect(await shown.getByText(source).count()).toBe(0);
}

async function expectAnswer(
  shown: Locator,
  { answer, unit, source, within }: GuessContent,
  answers: readonly GuessAnswer[],
): Promise<void> {
  await shown.getByText(`Correct answer ${formatWithUnit(answer, unit)}`).waitFor();
  await shown.getByText(source).waitFor();
  const near = within.map(
    (distance) => answers.filter(({ guess }) => Math.abs(guess - answer) <= distance).length,
  );
  const said = await shown.getByText(`of ${answers.length}`).allInnerTexts();
  expect(said).toEqual(near.map((guesses) => `${guesses} of ${answers.length}`));
}

async function expectMatches(
  shown: Locator,
  content: MatchContent,
  answers: readonly MatchAnswer[],
): Promise<void> {
  const verdicts = answers.map(({ choices }) => verdictOf(content, choices));
  const counted = content.cases.map(({ name }, place) => {
    const clear = verdicts.filter((one) => one?.is === 'clear' && one.case === place);
    const between = verdicts.filter((one) => one?.is === 'between' && one.cases.includes(place));
    return { name, clear: clear.length, between: between.length };
  });
  const ranks = counted.toSorted((one, other) => other.clear - one.clear);
  await expectRows(
    shown,
    ranks.map(({ name, clear, between }) => `${name} ${clear} ${between}`),
  );
}

async function expectChoices(
  shown: Locator,
  { options, other }: PollContent,
  answers: readonly PollAnswer[],
): Promise<void> {
  const own = answers.filter((answer) => answer.other !== null).length;
  await expectRows(shown, [
    ...options.map((option, place) => `${option} ${votesFor(answers, place)}`),
    ...(other ? [`Something else ${own} ${shareOf(own, answers)}`] : []),
  ]);
}

async function expectSplit(
  shown: Locator,
  { options }: QuizContent,
  answers: readonly QuizAnswer[],
): Promise<void> {
  await expectRows(
    shown,
    options.map((option, place) => `${option} ${votesFor(answers, place)}`),
  );
  expect(await shown.getByText(/^(Correct|Incorrect)$/).count()).toBe(0);
  expect(await shown.locator('.check-mark').count()).toBe(0);
}

async function expectRight(
  shown: Locator,
  { options, right, explain }: QuizContent,
  answers: readonly QuizAnswer[],
): Promise<void> {
  await expectRows(
    shown,
    options.map((option, place) => {
      const verdict = right.includes(place) ? 'Correct' : 'Incorrect';
      return `${option} ${votesFor(answers, place)} ${verdict}`;
    }),
  );
  const knew = answers.filter(({ choices }) => String(choices) === String(right));
  await shown.getByText(`${knew.length} of ${answers.length} correct`).waitFor();
  await shown.getByText(explain).waitFor();
}

async function expectMedians(
  shown: Locator,
  content: RatingContent,
  answers: readonly RatingAnswer[],
): Promise<void> {
  const medians = mediansOf(content, answers);
  const least = Math.min(...medians);
  const lowest = content.rows.filter((_, row) => medians[row] === least);
  const labels = lowest.map(({ label }) => label).join('; ');
  await shown.getByText(`Lowest (middle answer ${formatNumber(least)}): ${labels}`).waitFor();
  for (const [row, { label }] of content.rows.entries()) {
    const cells = await shown.getByRole('row', { name: label }).getByRole('cell').allInnerTexts();
    expect(cells[content.levels.length], label).toBe(formatNumber(medians[row] ?? NaN));
  }
}

/** "4 40%": how many chose an option, and which share of all. */
function votesFor(answers: readonly (QuizAnswer | PollAnswer)[], place: number): string {
  const votes = answers.filter(({ choices }) => choices.includes(place)).length;
  return `${votes} ${shareOf(votes, answers)}`;
}

function shareOf(votes: number, { length }: { readonly length: number }): string {
  return `${Math.round((100 * votes) / length)}%`;
}

/** The rows of the only table on the slide. */
function expectRows(shown: Locator, rows: readonly string[]): Promise<void> {
  return expectTexts(shown.locator('tbody tr'), rows);
}
