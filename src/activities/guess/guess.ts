import { numberOf } from '../variables.ts';
import { roundToTwelveDigits, formatRange, formatWithUnit } from '../../lib/format-number.ts';
import { histogramOverRange, type Histogram } from '../../lib/histogram.ts';
import { isRecord } from '../../lib/json.ts';
import { isWithin, rangeProblem, type NumberRange } from '../../lib/number-range.ts';
import { failure, success } from '../../lib/result.ts';
import { countValue, spreadOfValues, type Counts, type Spread } from '../../lib/stats.ts';
import type { ActivityType } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';

/** The part of the content that attendees may read before the answer is revealed. */
export type GuessPrompt = NumberRange & { readonly unit: string };

export type GuessCorrectAnswer = {
  readonly answer: number;
  /** The source of the answer. */
  readonly source: string;
  /** An explanation, or empty. */
  readonly explain: string;
};

export type GuessContent = GuessPrompt &
  GuessCorrectAnswer & {
    /** Distances from the answer, rising. */
    readonly within: readonly number[];
  };

export type GuessAnswer = { readonly guess: number };

type GuessTally = { guesses: number; readonly counts: Map<number, number> };

/** null where too few have guessed. */
export type GuessShown = {
  readonly guesses: number;
  readonly histogram: Histogram;
  readonly spread: Spread;
  /** Guesses at most so far from the answer; empty until the answer is revealed. */
  readonly within: readonly { readonly distance: number; readonly guesses: number }[];
} | null;

const MOST_DISTANCES = 3;

export const guess: ActivityType<GuessContent, GuessAnswer, GuessTally, GuessShown> = {
  type: 'guess',
  // A guess about the world says nothing about the guesser, and being wrong is what it is for.
  minAnswers: 1,
  // The first guesses would lead the others.
  results: 'revealed',

  read(fence) {
    const range = readRange(fence);
    return {
      ...(range ?? { from: 0, to: 1, step: 1 }),
      unit: fence.text('unit'),
      answer: readAnswer(fence, range),
      within: readDistances(fence),
      source: fence.text('source'),
      explain: fence.optionalText('explain'),
    };
  },

  publicContent: ({ from, to, step, unit }) => ({ from, to, step, unit }),
  correctAnswer: ({ answer, source, explain }) => ({ answer, source, explain }),
  // Near and far, not right and wrong.
  isCorrect: () => null,
  score: nearness,

  check(content, answer) {
    const written = isRecord(answer) ? answer['guess'] : undefined;
    if (isWithin(written, content)) return success({ guess: roundToTwelveDigits(written) });
    return failure(`Guess a number from ${formatRange(content.from, content.to, content.unit)}.`);
  },

  emptyTally: () => ({ guesses: 0, counts: new Map() }),

  count(tally, answer, by) {
    tally.guesses += by;
    countValue(tally.counts, answer.guess, by);
  },

  show({ guesses, counts }, content, { minAnswers, answerRevealed }) {
    const spread = spreadOfValues(counts);
    if (spread === null || guesses < minAnswers) return null;
    const within = answerRevealed ? content.within : [];
    return {
      guesses,
      histogram: histogramOverRange(counts, content),
      spread,
      within: within.map((distance) => ({
        distance,
        guesses: countWithin(counts, content.answer, distance),
      })),
    };
  },

  report: ({ unit }, answer) => [
    { item: '', value: answer.guess, choice: formatWithUnit(answer.guess, unit), text: '' },
  ],

  variables: () => [numberOf('')],

  groupings: ({ unit }) => [{ item: '', by: 'number', unit, of: (answer) => answer.guess }],

  comparison: {
    of: 'number',
    unit: ({ unit }) => (unit === '' ? 'mean guess' : `mean guess, in ${unit}`),
    items: () => [''],
    measure: (_, { guess: guessed }) => [guessed],
    scale: ({ from, to }) => [from, to],
  },

  example: `question: How much of the Earth is covered by water?
unit: '%'
from: 0
to: 100
answer: 71
within: [5, 10]
source: 'Public: United States Geological Survey'`,

  sample: {
    options: {
      ...{ id: 'sample', question: 'How many of a hundred?', unit: '%', from: 0, to: 100 },
      ...{ answer: 80, within: [5, 10], source: 'Public: a survey, 2015', explain: 'Not views.' },
    },
    fitting: [{ guess: 80 }, { guess: 0 }, { guess: 72.5 }, { guess: 100 }],
    unfitting: [
      null,
      80,
      {},
      { guess: null },
      { guess: '80' },
      { guess: NaN },
      { guess: Infinity },
      { guess: -1 },
      { guess: 100.1 },
    ],
  },

  sampleAnswer({ from, to, step }: GuessPrompt, attendee) {
    const steps = Math.floor((to - from) / step);
    return { guess: roundToTwelveDigits(from + step * ((3 + 7 * attendee) % (steps + 1))) };
  },
};

/**
 * 1 for the answer itself, 0 from twice the farthest of the author's distances on, and half at that
 * distance: a share of the range would give points for any guess on a long scale.
 */
function nearness({ answer, within }: GuessContent, { guess: guessed }: GuessAnswer): number {
  const farthest = within.at(-1) ?? 0;
  const distance = roundToTwelveDigits(Math.abs(guessed - answer));
  if (farthest === 0) return distance === 0 ? 1 : 0;
  return Math.max(0, 1 - distance / (2 * farthest));
}

function countWithin(counts: Counts, answer: number, distance: number): number {
  let guesses = 0;
  for (const [value, count] of counts) {
    if (roundToTwelveDigits(Math.abs(value - answer)) <= distance) guesses += count;
  }
  return guesses;
}

/** null where the range is invalid. */
function readRange(fence: FenceReader): NumberRange | null {
  const before = fence.problems.length;
  const range = {
    from: fence.number('from', null),
    to: fence.number('to', null),
    step: fence.number('step', 1),
  };
  if (fence.problems.length > before) return null;
  const problem = rangeProblem(range);
  if (problem !== null) {
    fence.problem([problem.key], problem.message);
    return null;
  }
  if (!Number.isInteger(roundToTwelveDigits((range.to - range.from) / range.step))) {
    fence.problem(
      ['to'],
      '"to" must lie a whole number of steps from "from", or the slider does not reach it',
    );
  }
  return range;
}

function readAnswer(fence: FenceReader, range: NumberRange | null): number {
  const before = fence.problems.length;
  const answer = fence.number('answer', null);
  const isRead = fence.problems.length === before;
  if (isRead && range !== null && !isWithin(answer, range)) {
    fence.problem(['answer'], '"answer" must lie between "from" and "to": nobody could guess it');
  }
  return answer;
}

function readDistances(fence: FenceReader): number[] {
  const distances = fence
    .list('within', 1, MOST_DISTANCES)
    .map((written, index) => fence.numberAt(['within', index], written));
  const rising = distances.every((distance, index) => distance > (distances[index - 1] ?? 0));
  if (!rising) fence.problem(['within'], '"within" must list distances above 0, rising');
  return distances;
}
