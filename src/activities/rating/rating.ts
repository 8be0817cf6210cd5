import { codeOf, flagOf } from '../variables.ts';
import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import { spreadOf } from '../../lib/stats.ts';
import { isInteger } from '../../lib/number-range.ts';
import type { ActivityType, ResultItem } from '../contract.ts';
import type { FencePath, FenceReader } from '../fence-reader.ts';
import { lowestInShort } from './labels.ts';
import { nextStepsFor } from './lowest.ts';
import { FEWEST_IN_SHAPE, MOST_IN_SHAPE } from './shape.ts';
import type {
  RatingRow,
  RatingContent,
  Rating,
  RatingAnswer,
  RatingShown,
  RowShown,
} from './content.ts';

type RowTally = { readonly counts: number[]; cannotSay: number };
type RatingTally = { answers: number; readonly from: number; readonly rows: RowTally[] };

const BARE_ROW = { label: '', ask: '', descriptors: [], steps: [], see: '' };
const MOST_ROWS = 12;
const MOST_LEVELS = 11;
const DEFAULT_SCALE = { 1: 'Lowest', 5: 'Highest' };

export const rating: ActivityType<RatingContent, RatingAnswer, RatingTally, RatingShown> = {
  type: 'rating',
  // A rating says something about the attendee's own work; four colleagues could tell who said what.
  minAnswers: 5,
  results: 'live',

  read(fence) {
    const { from, levels } = readScale(fence);
    const rows = readRows(fence, levels.length);
    return { rows, from, levels, cannotSay: fence.flag('cannot-say', true) };
  },

  publicContent: (content) => content,
  correctAnswer: () => null,
  isCorrect: () => null,

  check(content, answer) {
    const written = isRecord(answer) ? answer['ratings'] : undefined;
    if (!Array.isArray(written) || written.length !== content.rows.length) {
      return failure('The answer must hold one rating for each row.');
    }
    const ratings: Rating[] = [];
    for (const entry of written) {
      if (!isRating(content, entry)) return failure('A rating lies outside the scale.');
      ratings.push(entry);
    }
    if (ratings.every((entry) => entry === null)) return failure('Rate at least one row.');
    return success({ ratings });
  },

  emptyTally: (content) => ({
    answers: 0,
    from: content.from,
    rows: content.rows.map(() => ({ counts: content.levels.map(() => 0), cannotSay: 0 })),
  }),

  count(tally, answer, by) {
    tally.answers += by;
    for (const [index, row] of tally.rows.entries()) {
      const entry = answer.ratings[index] ?? null;
      if (entry === null) continue;
      if (entry === 'cannot-say') row.cannotSay += by;
      else row.counts[entry - tally.from] = (row.counts[entry - tally.from] ?? 0) + by;
    }
  },

  show(tally, content, { minAnswers }) {
    if (tally.answers < minAnswers) return null;
    const rows = tally.rows.map(({ counts, cannotSay }): RowShown => {
      const spread = spreadOf(counts, content.from);
      if (spread === null || spread.count < minAnswers) return null;
      return { counts: [...counts], cannotSay, spread };
    });
    return { answers: tally.answers, rows };
  },

  report(content, answer) {
    return content.rows.flatMap((row, index): ResultItem[] => {
      const entry = answer.ratings[index] ?? null;
      if (entry === null) return [];
      if (entry === 'cannot-say') {
        return [{ item: row.label, value: null, choice: "Can't say", text: '' }];
      }
      const level = entry - content.from;
      const choice = row.descriptors[level] || content.levels[level] || String(entry);
      return [{ item: row.label, value: entry, choice, text: '' }];
    });
  },

  variables: ({ rows, from, levels, cannotSay }) =>
    rows.flatMap(({ label, descriptors }) => {
      const names = levels.map((name, level) => ({
        value: from + level,
        label: descriptors[level] || name || String(from + level),
      }));
      const item = label === '' ? "Can't say" : `${label}: can't say`;
      const noLevel = flagOf(item, (line) => line.item === label && line.value === null);
      return [codeOf(label, names, 'ordinal'), ...(cannotSay ? [noLevel] : [])];
    }),

  nextSteps: (content, answer) =>
    nextStepsFor(content, answer).map(({ about, step }) => ({ about, step })),

  inShort(content, answer) {
    const lowest = lowestInShort(content, answer);
    const [step] = nextStepsFor(content, answer);
    return [
      ...(step === undefined ? [] : [{ about: 'suggested-step' as const, text: step.step }]),
      ...(lowest === null ? [] : [{ about: 'lowest' as const, text: lowest }]),
    ];
  },

  groupings: ({ rows, from, levels, cannotSay }) =>
    rows.map(({ label }, row) => ({
      item: label,
      by: 'group',
      each: [1, 1],
      groups: [
        ...levels.map((name, level) => `${from + level}${name === '' ? '' : `: ${name}`}`),
        ...(cannotSay ? ["Can't say"] : []),
      ],
      of({ ratings }) {
        const given = ratings[row] ?? null;
        if (given === null) return [];
        return [given === 'cannot-say' ? levels.length : given - from];
      },
    })),

  comparison: {
    of: 'number',
    unit: () => 'mean level',
    items: ({ rows }) => rows.map(({ label }) => label),
    measure: (_, { ratings }) => ratings.map((one) => (typeof one === 'number' ? one : null)),
    scale: ({ from, levels }) => [from, from + levels.length - 1],
    hasShape: ({ rows }) => rows.length >= FEWEST_IN_SHAPE && rows.length <= MOST_IN_SHAPE,
  },

  example: `question: How content are you with these?
scale: {1: Not at all, 5: Completely}
rows: [Our breaks, Our meetings, Our lunch]
# Fewer answers than this are shown to nobody.
hide-below: 5`,

  sample: {
    options: {
      id: 'sample',
      question: 'How far?',
      rows: [
        { label: 'Data', steps: ['Note it', 'Keep it', 'Link it', 'Test it', 'Drill it'] },
        'People',
      ],
    },
    fitting: [
      { ratings: [1, 5] },
      { ratings: [3, null] },
      { ratings: [2, 'cannot-say'] },
      { ratings: ['cannot-say', 4] },
    ],
    unfitting: [
      null,
      [1, 5],
      {},
      { ratings: [1] },
      { ratings: [1, 2, 3] },
      { ratings: [null, null] },
      { ratings: [0, 1] },
      { ratings: [1, 6] },
      { ratings: [1.5, 2] },
      { ratings: ['1', 2] },
      { ratings: 'cannot-say' },
    ],
  },

  // Some rows get lower ratings than others, and every seventh attendee cannot say.
  sampleAnswer({ rows, from, levels, cannotSay }, attendee) {
    const ratings = rows.map((_, row): Rating => {
      if (cannotSay && attendee % 7 === 6 && row === 1) return 'cannot-say';
      return from + Math.max(0, ((2 * attendee + row) % levels.length) - (row % 3));
    });
    return { ratings };
  },
};

function isRating(content: RatingContent, entry: unknown): entry is Rating {
  if (entry === null) return true;
  if (entry === 'cannot-say') return content.cannotSay;
  return isInteger(entry, content.from, content.from + content.levels.length - 1);
}

/** `scale: {1: Ad hoc, 5: Proven}`: its lowest and highest keys are the ends of the scale. */
function readScale(fence: FenceReader): { from: number; levels: string[] } {
  const written = fence.raw('scale') ?? DEFAULT_SCALE;
  const numbers = isRecord(written) ? Object.keys(written).map(Number) : [];
  const from = Math.min(...numbers);
  const steps = Math.max(...numbers) - from + 1;
  if (!isRecord(written) || !numbers.every(Number.isInteger) || !(steps >= 2)) {
    fence.problem(
      ['scale'],
      '"scale" must name at least its two ends, as in {1: Never, 5: Always}',
    );
    return { from: 1, levels: ['', '', '', '', ''] };
  }
  if (steps > MOST_LEVELS) {
    fence.problem(['scale'], `"scale" has ${steps} levels; the most is ${MOST_LEVELS}`);
    return { from: 1, levels: ['', '', '', '', ''] };
  }
  const levels = Array.from({ length: steps }, (_, step) => {
    const name = written[from + step];
    return name === undefined || name === null
      ? ''
      : fence.textAt(['scale', String(from + step)], name);
  });
  return { from, levels };
}

/** `rows:` with a label each, and perhaps a question and descriptors; without it, one row. */
function readRows(fence: FenceReader, levels: number): RatingRow[] {
  const own = fence.raw('descriptors');
  if (fence.raw('rows') === undefined) {
    const descriptors = readTexts(fence, ['descriptors'], own, levels);
    return [{ ...BARE_ROW, descriptors }];
  }
  if (own !== undefined) {
    fence.problem(['descriptors'], '"descriptors" belongs to each row where there are "rows"');
  }
  const rows = fence.list('rows', 1, MOST_ROWS).map((written, index): RatingRow => {
    const path = ['rows', index];
    if (!isRecord(written)) {
      return { ...BARE_ROW, label: fence.textAt(path, written) };
    }
    const row = fence.mappingAt(path, written, Object.keys(BARE_ROW));
    const text = (key: string): string => fence.optionalTextAt([...path, key], row[key]);
    const texts = (key: string): string[] => readTexts(fence, [...path, key], row[key], levels);
    return {
      label: fence.textAt([...path, 'label'], row['label']),
      ask: text('ask'),
      descriptors: texts('descriptors'),
      steps: texts('steps'),
      see: text('see'),
    };
  });
  fence.distinctAt(
    ['rows'],
    rows.map((row) => row.label),
  );
  return rows;
}

/** A text for each level, or none at all. */
function readTexts(
  fence: FenceReader,
  path: readonly [...FencePath, string],
  written: unknown,
  levels: number,
): string[] {
  if (written === undefined) return [];
  if (!Array.isArray(written) || written.length !== levels) {
    const key = path.at(-1);
    fence.problem(path, `"${key}" must list ${levels} texts, one for each level of the scale`);
    return [];
  }
  return written.map((text, index) => fence.textAt([...path, index], text));
}
