import { codeOf, coded, flagOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { readIndices, sameIndices, shareOfIndices } from '../../lib/indices.ts';
import { failure, success } from '../../lib/result.ts';
import type { ActivityType, ResultItem } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';

/** The part of the content that everybody may read beforehand. */
export type QuizPrompt = {
  readonly options: readonly string[];
  /** true: several options may be chosen. Attendees know this, and never how many are correct. */
  readonly several: boolean;
};

/** The correct answer and its explanation. */
export type QuizCorrectAnswer = {
  /** Indices into `options`, rising. */
  readonly right: readonly number[];
  /** An explanation, or empty. */
  readonly explain: string;
  /** The source of the explanation, or empty. */
  readonly source: string;
};

export type QuizContent = QuizPrompt & QuizCorrectAnswer;

export type QuizAnswer = {
  /** Indices into `options`, rising, in the deck's order and not the phone's. */
  readonly choices: readonly number[];
};

type QuizTally = {
  answers: number;
  /** Attendees for each option. */
  readonly counts: number[];
  /** Attendees for each set of options. A deck edit may change the correct one. */
  readonly sets: Map<string, number>;
};

/** null where too few have answered. */
export type QuizShown = {
  readonly answers: number;
  readonly counts: readonly number[];
  /** Attendees with the correct answer; null until it is revealed. */
  readonly right: number | null;
} | null;

const MOST_OPTIONS = 8;

export const quiz: ActivityType<QuizContent, QuizAnswer, QuizTally, QuizShown> = {
  type: 'quiz',
  minAnswers: 1,
  // An attendee who sees which option leads follows the room instead of thinking.
  results: 'revealed',

  read(fence) {
    const options = fence.distinctTexts('options', 2, MOST_OPTIONS);
    return {
      options,
      ...readCorrect(fence, options.length),
      explain: fence.optionalText('explain'),
      source: fence.optionalText('source'),
    };
  },

  publicContent: ({ options, several }) => ({ options, several }),
  correctAnswer: ({ right, explain, source }) => ({ right, explain, source }),
  isCorrect: ({ right }, { choices }) => sameIndices(right, choices),
  score: ({ right }, { choices }) => shareOfIndices(right, choices),

  check({ options, several }, answer) {
    const choices = isRecord(answer) ? readIndices(answer['choices'], options.length) : null;
    if (choices === null) return failure('The answer must name options of this question.');
    if (choices.length === 0) return failure('Choose at least one option.');
    if (choices.length > 1 && !several) return failure('Choose one option only.');
    return success({ choices });
  },

  emptyTally: ({ options }) => ({ answers: 0, counts: options.map(() => 0), sets: new Map() }),

  count(tally, { choices }, by) {
    tally.answers += by;
    for (const choice of choices) tally.counts[choice] = (tally.counts[choice] ?? 0) + by;
    const set = choices.join();
    tally.sets.set(set, (tally.sets.get(set) ?? 0) + by);
  },

  show({ answers, counts, sets }, content, { minAnswers, answerRevealed }) {
    if (answers < minAnswers) return null;
    const right = answerRevealed ? (sets.get(content.right.join()) ?? 0) : null;
    return { answers, counts: [...counts], right };
  },

  report({ options, several }, { choices }) {
    return choices.map((choice): ResultItem => {
      const option = options[choice] ?? '';
      return { item: several ? option : '', value: choice + 1, choice: option, text: '' };
    });
  },

  variables: ({ options, several }) =>
    several
      ? options.map((option) => flagOf(option, ({ item }) => item === option))
      : [codeOf('', coded(options))],

  groupings: ({ options, several }) => [
    {
      item: '',
      by: 'group',
      groups: options,
      each: [1, several ? options.length : 1],
      of: ({ choices }) => choices,
    },
  ],

  comparison: {
    of: 'share',
    unit: () => 'share of people',
    items: ({ options }) => options,
    measure: ({ options }, { choices }) =>
      options.map((_, option) => Number(choices.includes(option))),
    scale: () => [0, 1],
  },

  example: `question: What is the capital of Australia?
options: [Sydney, Canberra, Melbourne]
# The place of the right option in the list, from 1.
answer: 2
explain: It was founded in 1913, between the other two.`,

  sample: {
    options: {
      id: 'sample',
      question: 'Which of these are primary colours of light?',
      options: ['Red', 'Yellow', 'Green'],
      answer: [1, 3],
      explain: 'Together with blue they make every other.',
      source: 'Public: any screen under a lens',
    },
    fitting: [{ choices: [0] }, { choices: [0, 2] }, { choices: [1] }, { choices: [0, 1, 2] }],
    unfitting: [
      null,
      1,
      [0],
      {},
      { choices: [] },
      { choices: [3] },
      { choices: [-1] },
      { choices: [0, 0] },
      { choices: [0.5] },
      { choices: ['0'] },
      { choices: 'Red' },
    ],
  },

  sampleAnswer: ({ options }: QuizPrompt, attendee) => ({ choices: [attendee % options.length] }),
};

/** `answer:` a position from 1, or a list of positions where several may be chosen. */
function readCorrect(fence: FenceReader, options: number): { right: number[]; several: boolean } {
  const written = fence.raw('answer');
  const several = Array.isArray(written);
  const places: unknown[] = several ? written : [written];
  const right = readIndices(
    places.map((place) => (typeof place === 'number' ? place - 1 : place)),
    options,
  );
  if (right !== null && right.length > 0) return { right, several };
  if (written === undefined) {
    fence.problem([], '"answer" is missing');
  } else if (options > 0) {
    const what = `place of the right option, from 1 to ${options}, or a list of such places`;
    fence.problem(['answer'], `"answer" must be the ${what}, each once`);
  }
  return { right: [0], several };
}
