import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { changedRows, type RowPlace, type RowPlaces } from './row-places.ts';

/** A press that soon was meant for what stood there before. */
const REST_MS = 600;
const RESTS = 'data-rests';

/** Makes a row ignore presses for a moment; with `keys`, those of a keyboard too. */
function rest(row: Element, presses: 'pointer' | 'keys'): void {
  if (row.getAttribute(RESTS) !== 'keys') row.setAttribute(RESTS, presses);
  const last = timers.get(row);
  if (last !== undefined) clearTimeout(last);
  timers.set(
    row,
    setTimeout(() => row.removeAttribute(RESTS), REST_MS),
  );
}

const timers = new WeakMap<Element, ReturnType<typeof setTimeout>>();

/** Makes the row rest in which an element is that has been given the focus: nobody has pressed Tab. */
export function restForKeys(element: Element | null | undefined): void {
  const row = element?.closest('[data-name]');
  if (row) rest(row, 'keys');
}

/** Lets rows that have moved under the pointer, or have other verbs, rest. */
export function useRestingRows(box: RefObject<HTMLElement | null>): void {
  const places = useRef<RowPlaces>(new Map());
  useLayoutEffect(() => {
    const rows = rowsIn(box.current);
    const after = placesOf(box.current, rows);
    for (const name of changedRows(places.current, after)) {
      const row = rows.get(name);
      if (row !== undefined) rest(row, 'pointer');
    }
    places.current = after;
  });
  useEffect(() => {
    const list = box.current;
    list?.addEventListener('click', ignoreAtRest, true);
    return () => list?.removeEventListener('click', ignoreAtRest, true);
  }, []);
}

function rowsIn(box: HTMLElement | null): Map<string, HTMLElement> {
  const rows = [...(box?.querySelectorAll<HTMLElement>('[data-name]') ?? [])];
  return new Map(rows.map((row) => [row.dataset['name'] ?? '', row]));
}

function placesOf(box: HTMLElement | null, rows: ReadonlyMap<string, HTMLElement>): RowPlaces {
  const start = box?.getBoundingClientRect().top ?? 0;
  return new Map(
    [...rows].map(([name, row]): [string, RowPlace] => {
      const { top, bottom } = row.getBoundingClientRect();
      const verbs = [...row.querySelectorAll<HTMLElement>('[data-verb]')];
      const says = [row.dataset['key'], ...verbs.map(({ dataset }) => dataset['verb'])].join('\n');
      return [name, { top: top - start, bottom: bottom - start, says }];
    }),
  );
}

function ignoreAtRest(event: MouseEvent): void {
  const { target, detail } = event;
  const rests = target instanceof Element && target.closest(`[${RESTS}]`)?.getAttribute(RESTS);
  // Keys press what has the focus, wherever it has moved to.
  if (rests === 'keys' || (rests === 'pointer' && detail > 0)) {
    event.stopPropagation();
    event.preventDefault();
  }
}
