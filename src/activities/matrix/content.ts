import type { Spread } from '../../lib/stats.ts';

/** Items that each attendee places on two axes. */
export type MatrixContent = {
  readonly items: readonly string[];
  readonly x: Axis;
  readonly y: Axis;
  /** Names of the quadrants in the order of `CORNERS`; `[]` where they have none. */
  readonly quadrants: readonly string[];
};

export type Axis = {
  readonly label: string;
  /** The words at its two ends. */
  readonly low: string;
  readonly high: string;
};

/** The place of an item on x and y: on each from `LEAST`, the low end, to `MOST`, in steps of `STEP`. */
export type Position = readonly [x: number, y: number];

export type MatrixAnswer = {
  /** One for each item; null for an item that is not placed yet. */
  readonly positions: readonly (Position | null)[];
};

/** null where too few have answered. */
export type MatrixShown = {
  readonly answers: number;
  /** One for each item. */
  readonly items: readonly ItemShown[];
} | null;

/** Median and quartiles on each axis by itself; null for an item that too few have placed. */
export type ItemShown = {
  /** The attendees that have placed it. */
  readonly count: number;
  readonly x: AxisShown;
  readonly y: AxisShown;
} | null;

export type AxisShown = Omit<Spread, 'count'>;
