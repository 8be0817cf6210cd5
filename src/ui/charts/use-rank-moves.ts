import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isMotionReduced } from '../motion.ts';

const MOVE = { duration: 300, easing: 'ease-out' } as const;

interface Place {
  /** From 0, as the list shows its rows: its style may order them. */
  readonly rank: number;
  /** In pixels of the list's own layout. */
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
  // Read before the list changes. A row that is still on its way sets off again from where it is seen.
  const before = placesOf(list.current, seenPlace);
  useLayoutEffect(() => {
    if (!isMotionReduced()) moveRows(before, placesOf(list.current, layoutPlace));
  });
  return list;
}

type PlaceOf = (row: HTMLElement) => Omit<Place, 'rank'>;

function placesOf(list: HTMLElement | null, placeOf: PlaceOf): Places {
  const rows = list === null ? [] : [...list.querySelectorAll<HTMLElement>(':scope > *')];
  // A row without a box is hidden, or its slide is.
  const drawn = rows.filter((row) => row.getClientRects().length > 0);
  const ranked = drawn.sort((a, b) => Number(a.style.order) - Number(b.style.order));
  return new Map(ranked.map((row, rank) => [row, { rank, ...placeOf(row) }]));
}

function layoutPlace(row: HTMLElement): Omit<Place, 'rank'> {
  return { left: row.offsetLeft, top: row.offsetTop };
}

function seenPlace(row: HTMLElement): Omit<Place, 'rank'> {
  const { left, top } = layoutPlace(row);
  const { m41, m42 } = new DOMMatrix(getComputedStyle(row).transform);
  return { left: left + m41, top: top + m42 };
}

/** A row that keeps its rank and makes room for a larger text moves with the layout. */
function moveRows(before: Places, after: Places): void {
  for (const [row, to] of after) {
    const from = before.get(row);
    if (from === undefined || from.rank === to.rank) continue;
    const away = `translate(${from.left - to.left}px, ${from.top - to.top}px)`;
    row.animate([{ transform: away }, { transform: 'none' }], MOVE);
  }
}
