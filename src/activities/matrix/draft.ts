import { isolated } from '../../lib/text-direction.ts';
import type { MatrixAnswer, MatrixContent, Position } from './content.ts';
import { isOnAxis } from './grid.ts';

/** An item on either axis; null for an axis on which nothing is set. */
export type Half = readonly [x: number | null, y: number | null];

/** One for each item. Nothing is set that the attendee has not set. */
export type Draft = readonly Half[];

const UNSET: Half = [null, null];

/** Returns true for a draft in its present form. */
export function isDraft(value: unknown): value is Draft {
  const isSet = (one: unknown): boolean => one === null || isOnAxis(one);
  return (
    Array.isArray(value) &&
    value.every((half) => Array.isArray(half) && half.length === 2 && half.every(isSet))
  );
}

/** The draft of a given answer; nothing is set where there is none. */
export function draftOf({ items }: MatrixContent, answer: MatrixAnswer | null): Draft {
  return items.map((_, item) => answer?.positions[item] ?? UNSET);
}

/** The draft with an item elsewhere; with `UNSET`, taken out. */
export function withItem(draft: Draft, item: number, half: Half = UNSET): Draft {
  return draft.map((before, at) => (at === item ? half : before));
}

/** The draft with an item set on one axis, 0 for x and 1 for y. */
export function withAxis(draft: Draft, item: number, axis: 0 | 1, value: number): Draft {
  const [x, y] = draft[item] ?? UNSET;
  return withItem(draft, item, axis === 0 ? [value, y] : [x, value]);
}

/** The positions in a draft. An item counts once it is set on both axes. */
export function positionsOf(draft: Draft): (Position | null)[] {
  return draft.map(([x, y]) => (x === null || y === null ? null : [x, y]));
}

/** The obstacle to sending the draft in a sentence; null where there is none. */
export function obstacle({ items, x, y }: MatrixContent, draft: Draft): string | null {
  const half = draft.findIndex((one) => one.includes(null) && one.some((value) => value !== null));
  if (half !== -1) {
    const missing = draft[half]?.[0] === null ? x : y;
    return `${isolated(items[half] ?? '')}: set ${isolated(missing.label)} too.`;
  }
  return positionsOf(draft).every((position) => position === null)
    ? 'Place one item to send.'
    : null;
}

/** true where sending the draft would change nothing. */
export function isGiven(draft: Draft, answer: MatrixAnswer | null): boolean {
  return answer !== null && JSON.stringify(positionsOf(draft)) === JSON.stringify(answer.positions);
}
