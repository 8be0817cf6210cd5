import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isMotionReduced } from '../motion.ts';

const MOVE = { duration: 300, easing: 'ease-out' } as const;

/** A row's place in its list, in pixels of the list's own layout. */
interface Place {
  readonly left: number;
  readonly top: number;
}

type Places = ReadonlyMap<HTMLElement, Place>;

/**
 * Moves the rows of a ranked list to their new places, in 300 ms, when their order changes. A row keeps
 * its element by its key. Under reduced motion all are in their places at once.
 */
export function useRankMoves<List extends HTMLElement>(): RefObject<List | null> {
  const list = useRef<List>(null);
  // Read before the list changes.
  const before = placesOf(list.current);
  const seen = seenPlaces(before);
  useLayoutEffect(() => {
    const after = placesOf(list.current);
    if (!isMotionReduced()) moveRows(movedRows(before, after), seen, after);
  });
  return list;
}

function placesOf(list: HTMLElement | null): Places {
  const rows = list === null ? [] : [...list.querySelectorAll<HTMLElement>(':scope > *')];
  // A row without a box is hidden, or its slide is.
  const drawn = rows.filter((row) => row.getClientRects().length > 0);
  return new Map(drawn.map((row) => [row, { left: row.offsetLeft, top: row.offsetTop }]));
}

/** The places where rows are seen: a row that is still on its way sets off again from there. */
function seenPlaces(places: Places): Places {
  return new Map(
    [...places].map(([row, { left, top }]) => {
      const { m41, m42 } = new DOMMatrix(getComputedStyle(row).transform);
      return [row, { left: left + m41, top: top + m42 }];
    }),
  );
}

/** The rows with another rank: one that only makes room for a larger text moves with the layout. */
function movedRows(before: Places, after: Places): HTMLElement[] {
  const ranks = ranksOf(before);
  return [...ranksOf(after)].flatMap(([row, rank]) => {
    const was = ranks.get(row);
    return was === undefined || was === rank ? [] : [row];
  });
}

/** Ranks as a list shows them: its style may order it. */
function ranksOf(places: Places): ReadonlyMap<HTMLElement, number> {
  const order = (row: HTMLElement): number => Number(row.style.order);
  const rows = [...places.keys()].sort((a, b) => order(a) - order(b));
  return new Map(rows.map((row, rank) => [row, rank]));
}

function moveRows(rows: readonly HTMLElement[], seen: Places, after: Places): void {
  for (const row of rows) {
    const [from, to] = [seen.get(row), after.get(row)];
    if (from === undefined || to === undefined) continue;
    const away = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    row.animate([{ transform: away }, { transform: 'none' }], MOVE);
  }
}
