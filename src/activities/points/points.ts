import { numberOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { meanInterval } from '../../lib/mean-interval.ts';
import { isInteger } from '../../lib/number-range.ts';
import { failure, success } from '../../lib/result.ts';
import type { ActivityType } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';
import type { PointsAnswer, PointsContent, PointsShown } from './content.ts';
import { ofTotal } from './labels.ts';

/** Whole numbers alone, so that an answer is taken back without a trace. */
type PointsTally = {
  answers: number;
  /** The sum of each option's points, and the sum of their squares. */
  readonly sums: number[];
  readonly squares: number[];
};

const MOST_OPTIONS = 10;
const MOST_POINTS = 1000;
const STANDARD_TOTAL = 100;
/** The steps that come to mind, the largest first, and the fewest that a total is parted into. */
const ROUND_STEPS = [50, 20, 10, 5, 2];
const FEWEST_STEPS = 20;

export const points: ActivityType<PointsContent, PointsAnswer, PointsTally, PointsShown> = {
  type: 'points',
  // It asks for an opinion, as a poll does.
  minAnswers: 1,
  results: 'live',

  read(fence) {
    const options = fence.options('options', 2, MOST_OPTIONS);
    const total = fence.integer('total', 2, MOST_POINTS, STANDARD_TOTAL);
    return { options, total, step: readStep(fence, total) };
  },

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check({ options, total, step }, answer) {
    const written = isRecord(answer) ? answer['points'] : undefined;
    if (!Array.isArray(written) || written.length !== options.length) {
      return failure('The answer must hold the points of each option.');
    }
    const given: number[] = [];
    for (const entry of written) {
      if (!isInteger(entry, 0, total)) {
        return failure(`The points of an option are a whole number from 0 to ${total}.`);
      }
      if (entry % step !== 0) return failure(`Give points in steps of ${step}.`);
      // Adding zero turns −0, which a stranger may send, into 0.
      given.push(entry + 0);
    }
    const left = total - given.reduce((sum, one) => sum + one, 0);
    if (left > 0) return failure(`Give out all ${total} points. Left: ${left}.`);
    if (left < 0) return failure(`Give out ${total} points and no more. Too many: ${-left}.`);
    return success({ points: given });
  },

  emptyTally: ({ options }) => ({
    answers: 0,
    sums: options.map(() => 0),
    squares: options.map(() => 0),
  }),

  count(tally, answer, by) {
    tally.answers += by;
    for (const [option, given] of answer.points.entries()) {
      tally.sums[option] = (tally.sums[option] ?? 0) + by * given;
      tally.squares[option] = (tally.squares[option] ?? 0) + by * given * given;
    }
  },

  show({ answers, sums, squares }, { total }, { minAnswers }) {
    if (answers < minAnswers) return null;
    const options = sums.map((sum, option) => {
      const counted = { count: answers, sum, squares: squares[option] ?? 0 };
      return { mean: sum / answers, interval: meanInterval(counted, 0, total) };
    });
    return { answers, options };
  },

  report: ({ options, total }, answer) =>
    answer.points.map((given, option) => ({
      item: options[option] ?? '',
      value: given,
      choice: ofTotal(given, total),
      text: '',
    })),

  variables: ({ options }) => options.map((option) => numberOf(option)),

  inShort({ options, total }, answer) {
    const most = Math.max(...answer.points);
    const [option, ...equals] = options.filter((_, index) => answer.points[index] === most);
    if (option === undefined || equals.length > 0) return [];
    return [{ about: 'most-points', text: `${option} (${most} of ${total})` }];
  },

  groupings: ({ options }) =>
    options.map((item, option) => ({
      item,
      by: 'number',
      unit: 'points',
      of: ({ points: given }) => given[option] ?? null,
    })),

  comparison: {
    of: 'number',
    unit: () => 'mean points',
    items: ({ options }) => options,
    measure: (_, answer) => answer.points,
    scale: ({ total }) => [0, total],
  },

  roomOptions: {
    most: MOST_OPTIONS,
    replace: (content, options) => ({ ...content, options }),
  },

  example: `question: What should we spend our time on?
options: [New ideas, Old mistakes, Learning]
# Each attendee gives out so many points, in steps.
total: 100
step: 5`,

  sample: {
    options: {
      ...{ id: 'sample', question: 'What matters?', options: ['Data', 'People', 'Tools'] },
      ...{ total: 20, step: 5 },
    },
    fitting: [
      { points: [20, 0, 0] },
      { points: [5, 10, 5] },
      { points: [0, 5, 15] },
      { points: [-0, 10, 10] },
    ],
    unfitting: [
      null,
      [5, 10, 5],
      {},
      { points: null },
      { points: { 0: 20, length: 3 } },
      { points: [] },
      { points: [10, 10] },
      { points: [5, 5, 5, 5] },
      { points: [5, 10, 0] },
      { points: [10, 10, 5] },
      { points: [4, 8, 8] },
      { points: [2.5, 7.5, 10] },
      { points: [-5, 20, 5] },
      { points: [25, -5, 0] },
      { points: ['5', 10, 5] },
      { points: [null, 10, 10] },
      { points: [NaN, 10, 10] },
      { points: [Infinity, -Infinity, 20] },
      { points: [1e308, 1e308, 20] },
      { points: [[20], 0, 0] },
    ],
  },

  // The first options get more; every fifth attendee gives all to one.
  sampleAnswer({ options, total, step }, attendee) {
    const one = attendee % options.length;
    const only = options.map((_, option) => (option === one ? total : 0));
    if (attendee % 5 === 4) return { points: only };
    const weights = options.map(
      (_, option) => options.length - option + ((3 * attendee + 5 * option) % 7),
    );
    const weight = weights.reduce((sum, each) => sum + each, 0);
    const steps = total / step;
    const shares = weights.map((each) => Math.floor((steps * each) / weight));
    const rest = steps - shares.reduce((sum, share) => sum + share, 0);
    return {
      points: shares.map((share, option) => step * (option === one ? share + rest : share)),
    };
  },
};

/** `step: 10`: it parts the total into equal parts, two at least. */
function readStep(fence: FenceReader, total: number): number {
  const standard = standardStep(total);
  const step = fence.integer('step', 1, Math.floor(total / 2), standard);
  if (total % step === 0) return step;
  fence.problem(['step'], `"step" must divide "total" without a rest; ${total} / ${step} has one`);
  return standard;
}

/** The largest round step that parts a total into 20 steps at least: 5 for 100, 1 for 10. */
function standardStep(total: number): number {
  return ROUND_STEPS.find((step) => total % step === 0 && total / step >= FEWEST_STEPS) ?? 1;
}
