import type { Comparison } from '../../activities/contract.ts';
import { activityType } from '../../activities/registry.ts';
import type { Json } from '../../lib/json.ts';
import { sampleOf } from '../../lib/mean-difference.ts';
import type { Interval, Sample } from '../../lib/mean-interval.ts';
import { medianInterval } from '../../lib/median-interval.ts';
import type { Share } from '../../lib/share-interval.ts';
import { countValue, spreadOfValues, type Spread } from '../../lib/stats.ts';
import type { ActivityState } from '../../session/state.ts';

/** The answers to a question as numbers, item by item. */
export type Measured = Measure & { readonly items: readonly MeasuredItem[] };

/** The numbers by which the answers to a question are compared. */
export type Measure = {
  readonly of: 'share' | 'number';
  /** The measure in words: "mean level". */
  readonly unit: string;
  /** The ends of the scale, the first drawn at the start. */
  readonly scale: readonly [number, number];
  /** true: all items together have a shape, which a radar shows. */
  readonly hasShape: boolean;
};

export type MeasuredItem = {
  readonly item: string;
  /** null where fewer people than the threshold gave a value. */
  readonly figures: Figures | null;
};

/** Figures from which intervals and differences follow, of one item in one session. */
export type Figures =
  | ({ readonly of: 'share' } & Share)
  | ({ readonly of: 'number' } & Sample & {
        readonly spread: Spread;
        readonly medianInterval: Interval | null;
      });

/** Answers that are counted in a step, which takes a millisecond or two. */
const ANSWERS_A_STEP = 1_000;

/** Counts the answers to a question by its type's comparison, some at each step; null where that has none. */
export function* measure(
  { activity: { type, content }, answers }: ActivityState,
  threshold: number,
): Generator<undefined, Measured | null> {
  const { comparison } = activityType(type);
  if (comparison === undefined) return null;
  const names = comparison.items(content);
  const counted = names.map(() => new Map<number, number>());
  // Others may come between two steps.
  for (const [place, { answer }] of [...answers.values()].entries()) {
    if (place % ANSWERS_A_STEP === ANSWERS_A_STEP - 1) yield;
    for (const [item, value] of comparison.measure(content, answer).entries()) {
      const counts = counted[item];
      if (counts !== undefined && value !== null) countValue(counts, value, 1);
    }
  }
  const figures = (counts: ReadonlyMap<number, number>) =>
    figuresOf(comparison.of, counts, threshold);
  const items = names.map((item, place) => ({
    item,
    figures: figures(counted[place] ?? new Map()),
  }));
  return { ...measureOf(comparison, content), items };
}

function measureOf(comparison: Comparison<Json, Json>, content: Json): Measure {
  return {
    of: comparison.of,
    unit: comparison.unit(content),
    scale: comparison.scale(content),
    hasShape: comparison.hasShape?.(content) ?? false,
  };
}

function figuresOf(
  of: Measure['of'],
  counts: ReadonlyMap<number, number>,
  threshold: number,
): Figures | null {
  const spread = spreadOfValues(counts);
  if (spread === null || spread.count < threshold) return null;
  if (of === 'share') return { of, count: spread.count, chosen: counts.get(1) ?? 0 };
  return { of, ...sampleOf(counts), spread, medianInterval: medianInterval(counts) };
}
