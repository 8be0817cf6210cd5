import { codeOf } from '../variables.ts';
import { isIndex } from '../../lib/indices.ts';
import { isRecord } from '../../lib/json.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import type { ActivityType, ResultItem } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';
import type { CompareAnswer, CompareContent, CompareShown, Judgement, Outcome } from './content.ts';
import { deal, pairsOf, schedule } from './deal.ts';
import { choiceOf, chosen, given, normalAnswer, withChoice } from './judging.ts';
import { SAME } from './labels.ts';
import { roomScores } from './room-scores.ts';

/** Whole numbers alone, so that an answer is taken back without a trace. */
type CompareTally = {
  answers: number;
  judged: number;
  /** For each option, twice its wins against each: a tie is half a win of both. */
  readonly doubleWins: readonly number[][];
};

const FEWEST_OPTIONS = 3;
const MOST_OPTIONS = 10;
const STANDARD_PAIRS = 6;
const OPTION_KEYS = ['text', 'picture'];

export const compare: ActivityType<CompareContent, CompareAnswer, CompareTally, CompareShown> = {
  type: 'compare',
  // It asks for an opinion, as a poll does.
  minAnswers: 1,
  results: 'live',

  read(fence) {
    const { options, pictures } = readOptions(fence);
    const most = Math.max(pairsOf(options.length), 1);
    return {
      options,
      pictures,
      pairs: fence.integer('pairs', 1, most, Math.min(most, STANDARD_PAIRS)),
    };
  },

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check(content, answer) {
    const written = isRecord(answer) ? answer['judgements'] : undefined;
    if (!Array.isArray(written)) return failure('The answer must list judgements of pairs.');
    if (written.length > content.pairs) return failure(tooMany(content));
    const seen = new Set<number>();
    const judgements: Judgement[] = [];
    for (const entry of written) {
      if (entry === null) continue;
      const judgement = readJudgement(content, entry);
      if (!judgement.ok) return judgement;
      const [first, second] = judgement.value;
      const pair = first * content.options.length + second;
      if (seen.has(pair)) return failure('The answer judges a pair twice.');
      seen.add(pair);
      judgements.push(judgement.value);
    }
    if (judgements.length === 0) return failure('Judge at least one of the pairs.');
    return success(normalAnswer(content, judgements));
  },

  emptyTally: ({ options }) => ({
    answers: 0,
    judged: 0,
    doubleWins: options.map(() => options.map(() => 0)),
  }),

  count(tally, answer, by) {
    tally.answers += by;
    for (const [first, second, outcome] of given(answer)) {
      tally.judged += by;
      const share = outcome === 'same' ? 1 : 2;
      if (outcome !== 'second') addWins(tally, first, second, by * share);
      if (outcome !== 'first') addWins(tally, second, first, by * share);
    }
  },

  show({ answers, judged, doubleWins }, _content, { minAnswers }) {
    if (answers < minAnswers) return null;
    const wins = doubleWins.map((row) => row.map((double) => double / 2));
    return { answers, judged, options: roomScores(wins) };
  },

  report: ({ options }, answer) =>
    given(answer).map((judgement) => {
      const [first, second] = judgement;
      const choice = chosen(judgement);
      return {
        item: `${options[first] ?? ''} / ${options[second] ?? ''}`,
        value: choice === 'same' ? null : choice + 1,
        choice: choice === 'same' ? SAME : (options[choice] ?? ''),
        text: '',
      };
    }),

  variables: ({ options }) =>
    options.flatMap((option, first) =>
      options.slice(first + 1).map((other, behind) => {
        const item = `${option} / ${other}`;
        return {
          ...codeOf(item, [
            { value: 0, label: SAME },
            { value: first + 1, label: option },
            { value: first + 2 + behind, label: other },
          ]),
          cell(items: readonly ResultItem[]) {
            const line = items.find((one) => one.item === item);
            return line === undefined ? null : (line.value ?? 0);
          },
        };
      }),
    ),

  groupings: ({ options }) =>
    schedule(options.length)
      .map((pair) => pair.toSorted((a, b) => a - b))
      .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d)
      .map(([first = 0, second = 0]) => {
        const [one = '', other = ''] = [options[first], options[second]];
        return {
          item: `${one} / ${other}`,
          by: 'group',
          groups: [one, other, SAME],
          each: [1, 1],
          of(answer) {
            const choice = choiceOf(answer, [first, second]);
            if (choice === null) return [];
            return [choice === 'same' ? 2 : [first, second].indexOf(choice)];
          },
        };
      }),

  roomOptions: {
    most: MOST_OPTIONS,
    replace: ({ pairs }, options) => ({
      options,
      pictures: [],
      pairs: Math.min(pairs, pairsOf(options.length)),
    }),
  },

  example: `question: Which would help you more?
options: [Shorter meetings, A quiet morning, A longer lunch, A new coffee machine]
# How many pairs each attendee is asked; without this line, up to six.
pairs: 4`,

  sample: {
    options: {
      id: 'sample',
      question: 'Which do you like better?',
      options: ['Tea', 'Coffee', 'Water', 'Milk'],
      pairs: 3,
    },
    fitting: [
      { judgements: [[0, 1, 'first']] },
      { judgements: [[2, 0, 'same'], null, [3, 1, 'first']] },
      {
        judgements: [
          [1, 2, 'second'],
          [0, 3, 'same'],
          [0, 1, 'second'],
        ],
      },
      { judgements: [[0, 2, 'first'], [-0, 3, 'first'], null] },
    ],
    unfitting: [
      null,
      'Tea',
      [[0, 1, 'first']],
      {},
      { judgements: null },
      { judgements: { 0: [0, 1, 'first'], length: 1 } },
      { judgements: [] },
      { judgements: [null, null, null] },
      { judgements: [null, null, null, [0, 1, 'first']] },
      { judgements: [[0, 1]] },
      { judgements: [[0, 1, 'first', 'first']] },
      { judgements: [[0, 1, 'third']] },
      { judgements: [[0, 1, 1]] },
      { judgements: [[0, 1, null]] },
      { judgements: [[0, 0, 'same']] },
      { judgements: [[0, 4, 'first']] },
      { judgements: [[-1, 1, 'first']] },
      { judgements: [[0.5, 1, 'first']] },
      { judgements: [['0', 1, 'first']] },
      { judgements: [[null, 1, 'first']] },
      { judgements: [{ 0: 0, 1: 1, 2: 'first', length: 3 }] },
      {
        judgements: [
          [0, 1, 'first'],
          [1, 0, 'first'],
        ],
      },
      { judgements: Array.from({ length: 100_000 }, () => [0, 1, 'first']) },
    ],
  },

  // The earlier an option stands in the list, the more often it is chosen; some judge half of their pairs.
  sampleAnswer(content, attendee) {
    const { options, pairs } = content;
    const dealt = deal(options.length, pairs, String(attendee));
    const judged = attendee % 5 === 4 ? dealt.slice(0, Math.ceil(pairs / 2)) : dealt;
    return judged.reduce<CompareAnswer>(
      (answer, pair, at) => withChoice(content, answer, pair, sampleChoice(pair, attendee + at)),
      { judgements: [] },
    );
  },
};

/** Texts, or mappings of a text and a picture of the deck's folder. */
function readOptions(fence: FenceReader): Pick<CompareContent, 'options' | 'pictures'> {
  if (fence.roomOptions > 0) {
    return { options: fence.options('options', FEWEST_OPTIONS, MOST_OPTIONS), pictures: [] };
  }
  const read = fence.list('options', FEWEST_OPTIONS, MOST_OPTIONS).map((written, index) => {
    const path = ['options', index];
    if (!isRecord(written) || !OPTION_KEYS.some((key) => Object.hasOwn(written, key))) {
      return { text: fence.entryAt(path, written), picture: '' };
    }
    const option = fence.mappingAt(path, written, OPTION_KEYS);
    return {
      text: fence.textAt([...path, 'text'], option['text']),
      picture: fence.optionalPictureAt([...path, 'picture'], option['picture']),
    };
  });
  const options = read.map(({ text }) => text);
  fence.distinctAt(['options'], options);
  const pictures = read.map(({ picture }) => picture);
  return { options, pictures: pictures.some((picture) => picture !== '') ? pictures : [] };
}

function addWins({ doubleWins }: CompareTally, winner: number, loser: number, by: number): void {
  const wins = doubleWins[winner];
  if (wins !== undefined) wins[loser] = (wins[loser] ?? 0) + by;
}

/** One judgement, with the lower index first. */
function readJudgement({ options }: CompareContent, entry: unknown): Result<Judgement, string> {
  if (!Array.isArray(entry) || entry.length !== 3) {
    return failure('A judgement must be a list of two options and an outcome.');
  }
  const parts: readonly unknown[] = entry;
  const [one, other, outcome] = parts;
  if (!isIndex(one, options.length) || !isIndex(other, options.length)) {
    return failure('The answer names an option that this question lacks.');
  }
  if (one === other) return failure('The answer compares an option with itself.');
  if (!isOutcome(outcome)) {
    return failure('The outcome of a judgement must be first, second or same.');
  }
  // Adding zero turns −0, which a stranger may send, into 0.
  return success(one < other ? [one + 0, other, outcome] : [other + 0, one, swapped[outcome]]);
}

const swapped: Readonly<Record<Outcome, Outcome>> = {
  first: 'second',
  second: 'first',
  same: 'same',
};

function isOutcome(value: unknown): value is Outcome {
  return value === 'first' || value === 'second' || value === 'same';
}

function tooMany({ pairs }: CompareContent): string {
  return pairs === 1 ? 'Judge one pair and no more.' : `Judge ${pairs} pairs and no more.`;
}

function sampleChoice([one, other]: readonly [number, number], luck: number): number | 'same' {
  const [better, worse] = [Math.min(one, other), Math.max(one, other)];
  const roll = (7 * luck + 3 * better + 5 * worse) % 11;
  if (roll === 10) return 'same';
  return roll < 5 + Math.min(worse - better, 3) ? better : worse;
}
