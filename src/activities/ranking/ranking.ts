import { codeOf } from '../variables.ts';
import { isIndex } from '../../lib/indices.ts';
import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import { shuffled } from '../../lib/shuffle.ts';
import type { ActivityType } from '../contract.ts';
import { rankedBy } from './borda.ts';
import type { RankingAnswer, RankingContent, RankingShown } from './content.ts';
import { howMany } from './labels.ts';
import { groupOfPlace, placeGroups } from './place-groups.ts';

type RankingTally = {
  answers: number;
  /** For each option, the attendees for each place. */
  readonly counts: readonly number[][];
};

const MOST_OPTIONS = 10;

export const ranking: ActivityType<RankingContent, RankingAnswer, RankingTally, RankingShown> = {
  type: 'ranking',
  minAnswers: 1,
  results: 'live',

  read(fence) {
    const options = fence.options('options', 2, MOST_OPTIONS);
    const most = Math.max(options.length, 1);
    return { options, top: fence.integer('top', 1, most, most) };
  },

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check(content, answer) {
    const written = isRecord(answer) ? answer['order'] : undefined;
    if (!Array.isArray(written)) return failure('The answer must list options in order.');
    const order: number[] = [];
    // A list of any length may arrive: it is read no further than its first mistake.
    for (const option of written) {
      if (!isIndex(option, content.options.length))
        return failure('The answer names an option that this question lacks.');
      if (order.includes(option)) return failure('The answer has an option twice.');
      order.push(option);
    }
    if (order.length !== content.top) return failure(`${howMany(content)}.`);
    return success({ order });
  },

  emptyTally: ({ options, top }) => ({
    answers: 0,
    counts: options.map(() => Array.from({ length: top }, () => 0)),
  }),

  count(tally, { order }, by) {
    tally.answers += by;
    for (const [place, option] of order.entries()) {
      const counts = tally.counts[option];
      if (counts !== undefined) counts[place] = (counts[place] ?? 0) + by;
    }
  },

  show({ answers, counts }, content, { minAnswers }) {
    if (answers < minAnswers) return null;
    return { answers, options: counts.map((places) => rankedBy(places, answers, content)) };
  },

  report: ({ options }, { order }) =>
    options.map((item, option) => {
      const place = order.indexOf(option) + 1;
      if (place === 0) return { item, value: null, choice: 'Not placed', text: '' };
      return { item, value: place, choice: `Place ${place}`, text: '' };
    }),

  variables: ({ options }) => options.map((option) => codeOf(option, [], 'ordinal')),

  inShort({ options }, { order: [first = -1] }) {
    const text = options[first];
    return text === undefined ? [] : [{ about: 'first-place', text }];
  },

  groupings: ({ options, top }) =>
    options.map((item, option) => ({
      item,
      by: 'group',
      groups: placeGroups(options.length, top),
      each: [1, 1],
      of: ({ order }) => [groupOfPlace(order.indexOf(option), top)],
    })),

  comparison: {
    of: 'number',
    unit: () => 'mean of the options that stand below it in an order',
    items: ({ options }) => options,
    // The points of the Borda count: options that were not placed share the places that are left.
    measure: ({ options, top }, { order }) =>
      options.map((_, option) => {
        const place = order.indexOf(option);
        return place === -1 ? (options.length - top - 1) / 2 : options.length - 1 - place;
      }),
    scale: ({ options }) => [0, options.length - 1],
  },

  roomOptions: {
    most: MOST_OPTIONS,
    replace: ({ top }, options) => ({ options, top: Math.min(top, options.length) }),
  },

  example: `question: What should we do first?
options: [Shorter meetings, A quiet morning, A longer lunch, A new coffee machine]
# How many of them to put in order; without this line, all.
top: 3`,

  sample: {
    options: {
      id: 'sample',
      question: 'Which drinks do you like best?',
      options: ['Tea', 'Coffee', 'Water', 'Milk'],
      top: 2,
    },
    fitting: [{ order: [0, 1] }, { order: [1, 0] }, { order: [3, 2] }, { order: [0, 3] }],
    unfitting: [
      null,
      'Tea',
      [0, 1],
      {},
      { order: null },
      { order: '01' },
      { order: { 0: 0, 1: 1, length: 2 } },
      { order: [] },
      { order: [0] },
      { order: [0, 1, 2] },
      { order: [0, 0] },
      { order: [0, 4] },
      { order: [0, -1] },
      { order: [0, 0.5] },
      { order: [0, null] },
      { order: ['0', '1'] },
      { order: Array.from({ length: 100_000 }, (_, index) => index) },
    ],
  },

  // The earlier an option stands in the list, the better it does, so that a chart has a shape.
  sampleAnswer({ options, top }, attendee) {
    const dealt = shuffled([...options.keys()], String(attendee));
    const liked = dealt.map((option, at) => ({ option, at: at + option }));
    const order = liked.sort((one, other) => one.at - other.at).map(({ option }) => option);
    return { order: order.slice(0, top) };
  },
};
