import type { RefObject, TargetedPointerEvent } from 'preact';
import { useState } from 'preact/hooks';

interface DraggedRow {
  /** The key of the row that is dragged, or null. */
  readonly dragged: number | null;
  /** Begins to drag a row; for `onPointerDown` of its grip. */
  start(row: number, event: TargetedPointerEvent<HTMLElement>): void;
  /** For the list, which lays out its rows below each other and is their `offsetParent`. */
  readonly handlers: {
    onPointerMove(event: TargetedPointerEvent<HTMLElement>): void;
    onLostPointerCapture(): void;
  };
}

/**
 * Drags rows of a list by mouse, finger or pen. The list has the pointer: a row that is moved in the
 * document would lose it.
 *
 * @param marked selects the rows among which one is dragged
 * @param move moves a row to the place, from 0, that is under the pointer
 */
export function useDraggedRow(
  list: RefObject<HTMLElement | null>,
  marked: string,
  move: (row: number, place: number) => void,
): DraggedRow {
  const [{ row, element }, setDragged] = useState<Dragged>(NONE);
  return {
    dragged: row,
    start(pressed, event) {
      if (event.button !== 0) return;
      event.preventDefault();
      list.current?.setPointerCapture(event.pointerId);
      setDragged({ row: pressed, element: event.currentTarget.closest('li') });
    },
    handlers: {
      onPointerMove({ currentTarget, clientY }) {
        if (row === null) return;
        const rows = [...currentTarget.querySelectorAll<HTMLElement>(`:scope > ${marked}`)];
        const y = clientY - currentTarget.getBoundingClientRect().top;
        move(row, rowsAbove(rows, element, y));
      },
      onLostPointerCapture: () => setDragged(NONE),
    },
  };
}

type Dragged = { readonly row: number | null; readonly element: HTMLElement | null };

const NONE: Dragged = { row: null, element: null };

/** The number of other rows whose middle is above `y`: so no two rows of different height swap for ever. */
function rowsAbove(rows: readonly HTMLElement[], dragged: HTMLElement | null, y: number): number {
  // By the layout: a row that is on its way to its place is seen elsewhere.
  const isAbove = (row: HTMLElement): boolean => row.offsetTop + row.offsetHeight / 2 < y;
  return rows.filter((row) => row !== dragged && isAbove(row)).length;
}
