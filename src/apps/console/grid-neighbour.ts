/** The place of an element in a grid of rows. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * The index of the element in the nearest row above (-1) or below (1) that is closest to the one at
 * `from`; `from` itself where there is no such row.
 */
export function gridNeighbour(places: readonly Place[], from: number, direction: -1 | 1): number {
  const here = places[from];
  if (here === undefined) return from;
  let best = from;
  let least = { rows: Infinity, columns: Infinity };
  for (const [index, { x, y }] of places.entries()) {
    const rows = (y - here.y) * direction;
    const columns = Math.abs(x - here.x);
    const isNearer = rows < least.rows || (rows === least.rows && columns < least.columns);
    if (rows <= 0 || !isNearer) continue;
    best = index;
    least = { rows, columns };
  }
  return best;
}
