import { isInteger } from '../../lib/number-range.ts';
import type { Position } from './content.ts';

/** The ends of both axes, their middle, and the distance of two positions on an axis. */
export const LEAST = 0;
export const MOST = 100;
export const MIDDLE = (LEAST + MOST) / 2;
export const STEP = 5;

/** The number of positions on an axis. */
export const CELLS = (MOST - LEAST) / STEP + 1;

/** Returns true for a number that an item can have on an axis. */
export function isOnAxis(value: unknown): value is number {
  return isInteger(value, LEAST, MOST) && value % STEP === 0;
}

/** Returns true for a position of an item. */
export function isPosition(value: unknown): value is Position {
  // By index: a list from a stranger may be of any length.
  return Array.isArray(value) && value.length === 2 && isOnAxis(value[0]) && isOnAxis(value[1]);
}

/** The number of an axis that is nearest to a share of its length, from its low end. */
export function nearestOnAxis(share: number): number {
  const within = Math.min(Math.max(share, 0), 1);
  return LEAST + STEP * Math.round((within * (MOST - LEAST)) / STEP);
}

/**
 * The corners of the square, as a deck names them: rows from the top, each from the low end of x. In a
 * deck from right to left the square is mirrored, and its left is on the right.
 */
export const CORNERS = ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const;

/** The indices in `CORNERS` of the quadrants that hold a point: one; several for a point on their border. */
export function quadrantsAt(x: number, y: number): readonly number[] {
  const columns = x < MIDDLE ? [0] : x > MIDDLE ? [1] : [0, 1];
  const rows = y > MIDDLE ? [0] : y < MIDDLE ? [1] : [0, 1];
  return rows.flatMap((row) => columns.map((column) => 2 * row + column));
}
