import { differenceOfMeans } from '../../lib/mean-difference.ts';
import { intervalAround, type Interval } from '../../lib/mean-interval.ts';
import { differenceOfShares, shareInterval } from '../../lib/share-interval.ts';
import type { Spread } from '../../lib/stats.ts';
import type { Figures, Measured } from './measured.ts';

/** An item of a question over the sessions. */
export type ComparedItem = {
  readonly item: string;
  /** One for each session; null where it was not asked so, or too few gave a value. */
  readonly sessions: readonly (ItemFigures | null)[];
};

/** The figures of one item in one session. All intervals are of 95%. */
export type ItemFigures = {
  /** The people who gave a value. */
  readonly people: number;
  /** Their share, from 0 to 1, or their mean. */
  readonly value: number;
  readonly interval: Interval | null;
  /** Median and quartiles of numbers; null for shares. */
  readonly spread: Spread | null;
  readonly medianInterval: Interval | null;
  /** The difference to the earliest session that shows the item; null for that one. */
  readonly difference: Difference | null;
};

export type Difference = {
  /** The code of the session to which it is. */
  readonly from: string;
  readonly value: number;
  readonly interval: Interval | null;
};

/** The items of a question, from the measures of each session; `codes` are those of the sessions. */
export function comparedItems(
  { items, scale }: Measured,
  sessions: readonly (Measured | null)[],
  codes: readonly string[],
): ComparedItem[] {
  return items.map(({ item }, place) => {
    const figures = sessions.map((measured) => measured?.items[place]?.figures ?? null);
    const earliest = figures.findIndex((one) => one !== null);
    const base = figures[earliest] ?? null;
    return {
      item,
      sessions: figures.map((one, at) => {
        if (one === null) return null;
        const from = codes[earliest];
        const isBase = base === null || from === undefined || at === earliest;
        const difference = isBase ? null : { from, ...differenceOf(base, one, scale) };
        return { ...figuresOf(one, scale), difference };
      }),
    };
  });
}

type Scale = Measured['scale'];

function figuresOf(figures: Figures, [from, to]: Scale): Omit<ItemFigures, 'difference'> {
  const { count: people } = figures;
  if (figures.of === 'share') {
    const none = { spread: null, medianInterval: null };
    return { people, value: valueOf(figures), interval: shareInterval(figures), ...none };
  }
  const { mean, spread, medianInterval } = figures;
  const interval = intervalAround(figures, Math.min(from, to), Math.max(from, to));
  return { people, value: mean, interval, spread, medianInterval };
}

function differenceOf(
  before: Figures,
  after: Figures,
  [from, to]: Scale,
): Pick<Difference, 'value' | 'interval'> {
  const value = valueOf(after) - valueOf(before);
  if (before.of === 'share' && after.of === 'share') {
    return { value, interval: differenceOfShares(before, after) };
  }
  if (before.of === 'number' && after.of === 'number') {
    return { value, interval: differenceOfMeans(before, after, Math.abs(to - from)) };
  }
  return { value, interval: null };
}

function valueOf(figures: Figures): number {
  return figures.of === 'share' ? figures.chosen / figures.count : figures.mean;
}
