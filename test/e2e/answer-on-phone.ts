import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

import type { Activity } from '../../src/activities/contract.ts';
import type { GuessAnswer } from '../../src/activities/guess/guess.ts';
import type { HighlightAnswer, HighlightPrompt } from '../../src/activities/highlight/content.ts';
import type { MatchContent } from '../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../src/activities/match/match.ts';
import type { PointsAnswer, PointsContent } from '../../src/activities/points/content.ts';
import type { MatrixAnswer, MatrixContent } from '../../src/activities/matrix/content.ts';

import type { PollAnswer, PollContent } from '../../src/activities/poll/poll.ts';
import type { QuizAnswer, QuizPrompt } from '../../src/activities/quiz/quiz.ts';

import type { Json } from '../../src/lib/json.ts';
import type {
  CalculatorAnswer,
  CalculatorContent,
} from '../../src/activities/calculator/content.ts';
import type { CompareAnswer, CompareContent } from '../../src/activities/compare/content.ts';
import { choiceOf } from '../../src/activities/compare/judging.ts';
import type { RankingAnswer, RankingContent } from '../../src/activities/ranking/content.ts';
import { onScale } from '../../src/activities/rating/labels.ts';
import type { RatingAnswer, RatingContent } from '../../src/activities/rating/content.ts';
import { mouse, type Hand } from './hands.ts';
import type { WordCloudAnswer } from '../../src/activities/word-cloud/content.ts';
import type { OpenTextAnswer, OpenTextContent } from '../../src/activities/open-text/content.ts';

interface Card {
  /** The question on the phone. */
  readonly card: Locator;
  readonly hand: Hand;
}

type Way = (card: Card, content: Json, answer: Json) => Promise<void>;

/** Answers given through a phone's screen, by activity type. A new type has its line here. */
const ways: Readonly<Record<string, Way>> = {
  // Sound: content and answer are of the type that names the line.
  calculator: (card, content, answer) =>
    reckon(card, content as CalculatorContent, answer as CalculatorAnswer),
  compare: (card, content, answer) =>
    judge(card, content as CompareContent, answer as CompareAnswer),
  guess: (card, _, answer) => guess(card, answer as GuessAnswer),
  highlight: (card, content, answer) =>
    tapLines(card, content as HighlightPrompt, answer as HighlightAnswer),
  match: (card, content, answer) => match(card, content as MatchContent, answer as MatchAnswer),
  matrix: (card, content, answer) =>
    placeItems(card, content as MatrixContent, answer as MatrixAnswer),
  'open-text': (card, content, answer) =>
    write(card, content as OpenTextContent, answer as OpenTextAnswer),
  points: (card, content, answer) =>
    givePoints(card, content as PointsContent, answer as PointsAnswer),
  poll: (card, content, answer) => choose(card, content as PollContent, answer as PollAnswer),
  quiz: (card, content, answer) => mark(card, content as QuizPrompt, answer as QuizAnswer),
  ranking: (card, content, answer) =>
    order(card, content as RankingContent, answer as RankingAnswer),
  rating: (card, content, answer) => rate(card, content as RatingContent, answer as RatingAnswer),
  'word-cloud': (card, _, answer) => giveWords(card, answer as WordCloudAnswer),
};

/**
 * Answers a question as its attendee does: by the names on the screen. `card` is the question
 * on the phone. Resolves once the phone shows the answer as recorded.
 */
export async function answerOnPhone(
  card: Locator,
  { type, content }: Pick<Activity, 'type' | 'content'>,
  answer: Json,
  hand: Hand = mouse,
): Promise<void> {
  const way = ways[type];
  if (way === undefined)
    throw new Error(`test/e2e/answer-on-phone.ts does not say how to answer a ${type}`);
  await way({ card, hand }, content, answer);
  await card.getByText(/^(Recorded|\d+ of \d+ recorded)\./).waitFor();
}

async function reckon(
  { card, hand }: Card,
  { inputs }: CalculatorContent,
  { values }: CalculatorAnswer,
) {
  for (const [index, { label, unit }] of inputs.entries()) {
    const field = card.getByRole('textbox', { name: `${label} ${unit}`.trim(), exact: true });
    await hand.write(field, String(values[index]));
  }
  await press(hand, card, 'Send');
}

async function givePoints(
  { card, hand }: Card,
  { options }: PointsContent,
  { points }: PointsAnswer,
) {
  for (const [index, name] of options.entries()) {
    await hand.write(card.getByRole('textbox', { name, exact: true }), String(points[index]));
  }
  await press(hand, card, 'Send');
}

async function judge({ card, hand }: Card, content: CompareContent, answer: CompareAnswer) {
  const { options, pairs } = content;
  for (let place = 0; place < pairs; place += 1) {
    const group = card.getByRole('group', { name: `Pair ${place + 1} of ${pairs}` });
    await group.waitFor();
    const [one = '', other = ''] = await group.locator('bdi').allInnerTexts();
    // A phone asks the pairs that it chose; those that the answer does not judge are the same.
    const choice = choiceOf(answer, [options.indexOf(one), options.indexOf(other)]);
    await press(hand, group, typeof choice === 'number' ? (options[choice] ?? '') : 'The same');
  }
  await card.getByText('Your judgements', { exact: true }).waitFor();
}

async function guess({ card, hand }: Card, answer: GuessAnswer): Promise<void> {
  await hand.write(card.getByRole('textbox', { name: /^Your guess/ }), String(answer.guess));
  await press(hand, card, 'Send');
}

async function tapLines({ card, hand }: Card, { most }: HighlightPrompt, answer: HighlightAnswer) {
  for (const line of answer.lines) await press(hand, card, new RegExp(`^Line ${line + 1}: `));
  if (most !== 1) await press(hand, card, 'Send');
}

async function match({ card, hand }: Card, { questions }: MatchContent, { choices }: MatchAnswer) {
  for (const [place, { ask, options }] of questions.entries()) {
    const option = options[choices[place] ?? -1];
    if (option === undefined) continue;
    const name = `${place + 1} of ${questions.length} ${ask}`;
    await press(hand, card.getByRole('group', { name, exact: true }), option.text);
    // Somebody has to read a warning, and goes on by themselves.
    if (option.warning !== '') await press(hand, card, /^(Next|See your result)$/);
  }
  await card.getByRole('heading', { name: /^Your result/ }).waitFor();
}

/** By the sliders, whose arrow keys every hand has: fingers by a screen reader's gestures. */
async function placeItems(
  { card, hand }: Card,
  { items, x, y }: MatrixContent,
  { positions }: MatrixAnswer,
) {
  for (const [place, item] of items.entries()) {
    const position = positions[place] ?? null;
    if (position === null) continue;
    await press(hand, card, new RegExp(`^${place + 1} `));
    for (const [axis, { label }] of [x, y].entries()) {
      const slider = card.getByRole('slider', { name: `${label} ${item}`, exact: true });
      await slider.press('Home');
      for (let at = 0; at < (position[axis] ?? 0); at += 5) await slider.press('ArrowRight');
    }
  }
  await press(hand, card, 'Send');
}

async function write({ card, hand }: Card, { options }: OpenTextContent, answer: OpenTextAnswer) {
  const option = options[answer.choice ?? -1];
  if (option !== undefined) {
    await press(hand, card, option);
    await card.getByRole('button', { name: option, pressed: true }).waitFor();
  }
  if (answer.text === null) return;
  await hand.write(card.getByRole('textbox', { name: /in your own words$/i }), answer.text);
  await press(hand, card, 'Send');
}

async function choose({ card, hand }: Card, { options, max }: PollContent, answer: PollAnswer) {
  for (const choice of answer.choices) await press(hand, card, options[choice] ?? '');
  if (answer.other !== null) {
    await hand.write(card.getByRole('textbox', { name: 'Something else' }), answer.other);
  }
  if (max > 1 || answer.other !== null) await press(hand, card, 'Send');
}

async function giveWords({ card, hand }: Card, { words }: WordCloudAnswer) {
  for (const [field, word] of words.entries()) {
    await hand.write(card.getByRole('textbox').nth(field), word);
  }
  await press(hand, card, 'Send');
}

async function order({ card, hand }: Card, { options }: RankingContent, answer: RankingAnswer) {
  for (const option of answer.order) {
    const row = card.getByRole('button', { name: options[option] ?? '', exact: true });
    // It may have moved to the spot of the last tap, where another one does nothing for a moment.
    const tapAgain = async (): Promise<number> => {
      await hand.press(row);
      return row.count();
    };
    await expect.poll(tapAgain).toBe(0);
  }
  await press(hand, card, 'Send');
}

async function mark(
  { card, hand }: Card,
  { options, several }: QuizPrompt,
  { choices }: QuizAnswer,
) {
  for (const choice of choices) await press(hand, card, options[choice] ?? '');
  if (several) await press(hand, card, 'Send');
}

async function rate(
  { card, hand }: Card,
  { rows, from, levels }: RatingContent,
  answer: RatingAnswer,
) {
  for (const [row, { label }] of rows.entries()) {
    const rating = answer.ratings[row];
    const name = `${row + 1} of ${rows.length} ${label}`;
    await press(
      hand,
      card.getByRole('group', { name, exact: true }),
      rating === 'cannot-say'
        ? 'Can’t say'
        : new RegExp(`^${onScale({ from, levels }, rating ?? from)}`),
    );
  }
  await card.getByText('Your ratings', { exact: true }).waitFor();
}

function press(hand: Hand, within: Locator, name: string | RegExp): Promise<void> {
  return hand.press(within.getByRole('button', { name, exact: true }));
}
