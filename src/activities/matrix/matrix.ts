import { numberOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import { spreadOfValues } from '../../lib/stats.ts';
import type { ActivityType } from '../contract.ts';
import type { FenceReader } from '../fence-reader.ts';
import type {
  Axis,
  AxisShown,
  ItemShown,
  MatrixAnswer,
  MatrixContent,
  MatrixShown,
  Position,
} from './content.ts';
import { CELLS, CORNERS, isPosition, LEAST, MIDDLE, MOST, nearestOnAxis, STEP } from './grid.ts';
import { valueLabel } from './labels.ts';

type MatrixTally = {
  answers: number;
  /** For each item, the attendees at each number of either axis. */
  readonly items: readonly { readonly x: number[]; readonly y: number[] }[];
};

const FEWEST_ITEMS = 2;
const MOST_ITEMS = 8;
const NO_POSITION = `A position is two whole numbers from ${LEAST} to ${MOST}, in steps of ${STEP}.`;

export const matrix: ActivityType<MatrixContent, MatrixAnswer, MatrixTally, MatrixShown> = {
  type: 'matrix',
  // It asks for an opinion, as a poll does.
  minAnswers: 1,
  results: 'live',

  read(fence) {
    const items = fence.options('items', FEWEST_ITEMS, MOST_ITEMS);
    const [x, y] = [readAxis(fence, 'x'), readAxis(fence, 'y')];
    if (x.label !== '' && x.label === y.label) {
      fence.problem(['y'], `both axes are "${x.label}"; each needs a name of its own`);
    }
    return { items, x, y, quadrants: readQuadrants(fence) };
  },

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check({ items }, answer) {
    const written = isRecord(answer) ? answer['positions'] : undefined;
    if (!Array.isArray(written) || written.length !== items.length) {
      return failure('The answer must hold a position, or null, for each item.');
    }
    const positions: (Position | null)[] = [];
    for (const entry of written) {
      if (entry === null) {
        positions.push(null);
        continue;
      }
      if (!isPosition(entry)) return failure(NO_POSITION);
      // Adding zero turns −0, which a stranger may send, into 0.
      positions.push([entry[0] + 0, entry[1] + 0]);
    }
    if (positions.every((position) => position === null)) {
      return failure('Place one item at least.');
    }
    return success({ positions });
  },

  emptyTally: ({ items }) => ({
    answers: 0,
    items: items.map(() => ({ x: emptyAxis(), y: emptyAxis() })),
  }),

  count(tally, { positions }, by) {
    tally.answers += by;
    for (const [item, position] of positions.entries()) {
      const counts = tally.items[item];
      if (position === null || counts === undefined) continue;
      countOn(counts.x, position[0], by);
      countOn(counts.y, position[1], by);
    }
  },

  // Each item costs as much as the axes have numbers, however many have answered.
  show({ answers, items }, _, { minAnswers }) {
    if (answers < minAnswers) return null;
    return {
      answers,
      items: items.map(({ x, y }): ItemShown => {
        const count = x.reduce((sum, one) => sum + one, 0);
        const [across, up] = [spreadOn(x), spreadOn(y)];
        if (count < minAnswers || across === null || up === null) return null;
        return { count, x: across, y: up };
      }),
    };
  },

  report: ({ items, x, y }, { positions }) =>
    positions.flatMap((position, item) =>
      [x, y].flatMap((axis, at) => {
        const value = position?.[at];
        if (value === undefined) return [];
        const name = `${axis.label}: ${items[item] ?? ''}`;
        return [{ item: name, value, choice: valueLabel(axis, value), text: '' }];
      }),
    ),

  variables: ({ items, x, y }) =>
    items.flatMap((item) => [x, y].map((axis) => numberOf(`${axis.label}: ${item}`))),

  groupings: ({ items, x, y }) =>
    items.flatMap((item, index) =>
      [x, y].map((axis, at) => ({
        item: `${axis.label}: ${item}`,
        by: 'group',
        each: [1, 1],
        groups: [axis.low, 'in the middle', axis.high],
        of({ positions }) {
          const value = positions[index]?.[at];
          return value === undefined ? [] : [1 + Math.sign(value - MIDDLE)];
        },
      })),
    ),

  comparison: {
    of: 'number',
    unit: () => `mean place from ${LEAST} to ${MOST}`,
    items: ({ items, x, y }) =>
      items.flatMap((item) => [`${x.label}: ${item}`, `${y.label}: ${item}`]),
    measure: (_, { positions }) => positions.flatMap((position) => position ?? [null, null]),
    scale: () => [LEAST, MOST],
  },

  roomOptions: {
    most: MOST_ITEMS,
    replace: (content, items) => ({ ...content, items }),
  },

  example: `question: What should we do with each idea?
items: [A quiet morning, A new coffee machine, Shorter meetings]
# Each axis has a name and a word at either end.
x: {label: Effort, low: little, high: much}
y: {label: Use, low: little, high: much}
# Without these lines, the quadrants have no names.
quadrants:
  top-left: Do now
  top-right: Plan well
  bottom-left: If there is time
  bottom-right: Leave out`,

  sample: {
    options: {
      ...{ id: 'sample', question: 'Where does each belong?', items: ['Tea', 'Coffee'] },
      x: { label: 'Effort', low: 'little', high: 'much' },
      y: 'Use',
    },
    fitting: [
      { positions: [[20, 80], null] },
      { positions: [null, [100, 0]] },
      {
        positions: [
          [50, 50],
          [0, 100],
        ],
      },
      {
        positions: [
          [-0, 5],
          [95, -0],
        ],
      },
    ],
    unfitting: [
      null,
      'Tea',
      [[20, 80], null],
      {},
      { positions: null },
      { positions: { 0: [20, 80], 1: null, length: 2 } },
      { positions: [] },
      { positions: [[20, 80]] },
      { positions: [[20, 80], null, null] },
      { positions: [null, null] },
      { positions: [[20, 80], undefined] },
      { positions: [[20], null] },
      { positions: [[20, 80, 0], null] },
      { positions: [[20, null], null] },
      { positions: [[21, 80], null] },
      { positions: [[20, 105], null] },
      { positions: [[-5, 80], null] },
      { positions: [[2.5, 80], null] },
      { positions: [['20', 80], null] },
      { positions: [[NaN, 80], null] },
      { positions: [[20, Infinity], null] },
      { positions: [{ 0: 20, 1: 80, length: 2 }, null] },
      { positions: [[[20], 80], null] },
      { positions: ['20,80', null] },
      { positions: Array.from({ length: 100_000 }, () => [0, 0]) },
    ],
  },

  // Each item has a place of its own, around which the room scatters; every seventh leaves one out.
  sampleAnswer({ items }, attendee) {
    const scatter = (seed: number): number => ((seed * 7) % 11) / 25 - 0.2;
    return {
      positions: items.map((_, item): Position | null => {
        if (attendee % 7 === 6 && item === 1) return null;
        const [across, up] = [((item * 5 + 1) % 8) / 8 + 0.08, ((item * 3 + 6) % 8) / 8 + 0.08];
        return [
          nearestOnAxis(across + scatter(attendee + item)),
          nearestOnAxis(up + scatter(3 * attendee + 2 * item)),
        ];
      }),
    };
  },
};

function emptyAxis(): number[] {
  return Array.from({ length: CELLS }, () => 0);
}

function countOn(counts: number[], value: number, by: 1 | -1): void {
  const cell = (value - LEAST) / STEP;
  counts[cell] = (counts[cell] ?? 0) + by;
}

function spreadOn(counts: readonly number[]): AxisShown | null {
  const found = new Map<number, number>();
  for (const [cell, count] of counts.entries()) {
    if (count > 0) found.set(LEAST + cell * STEP, count);
  }
  const spread = spreadOfValues(found);
  if (spread === null) return null;
  const { lowerQuartile, median, upperQuartile } = spread;
  return { lowerQuartile, median, upperQuartile };
}

/** `x: Effort`, or with words of its own at the ends: `x: {label: Effort, low: little, high: much}`. */
function readAxis(fence: FenceReader, key: 'x' | 'y'): Axis {
  const written = fence.raw(key);
  if (Array.isArray(written)) {
    fence.problem([key], `"${key}" must be a name, or a mapping of label, low, high`);
    return { label: '', low: 'low', high: 'high' };
  }
  if (!isRecord(written)) return { label: fence.text(key), low: 'low', high: 'high' };
  const axis = fence.mappingAt([key], written, ['label', 'low', 'high']);
  if (axis['label'] === undefined) fence.problem([key], `"${key}" lacks its "label"`);
  const label = fence.optionalTextAt([key, 'label'], axis['label']);
  const low = fence.optionalTextAt([key, 'low'], axis['low']) || 'low';
  const high = fence.optionalTextAt([key, 'high'], axis['high']) || 'high';
  if (low === high) fence.problem([key, 'high'], `both ends of "${key}" are "${low}"`);
  return { label, low, high };
}

/** `quadrants:` with a name for each corner; without it, none. */
function readQuadrants(fence: FenceReader): string[] {
  const written = fence.raw('quadrants');
  if (written === undefined) return [];
  const named = fence.mappingAt(['quadrants'], written, CORNERS);
  const missing = CORNERS.filter((corner) => named[corner] === undefined);
  if (missing.length > 0) {
    if (isRecord(written)) {
      fence.problem(
        ['quadrants'],
        `"quadrants" names all four or none; missing: ${missing.join(', ')}`,
      );
    }
    return [];
  }
  const names = CORNERS.map((corner) => fence.textAt(['quadrants', corner], named[corner]));
  fence.distinctAt(['quadrants'], names);
  return names;
}
