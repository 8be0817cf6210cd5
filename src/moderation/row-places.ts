/** A row of the list as it is drawn, in pixels from the top of the list. */
export interface RowPlace {
  readonly top: number;
  readonly bottom: number;
  /** Its text and its verbs: a press means both. */
  readonly says: string;
}

/** Rows by the names of their texts. */
export type RowPlaces = ReadonlyMap<string, RowPlace>;

/** Lines that grow by a pixel move nothing under a pointer. */
const NOTICED_PX = 8;

/** The names of rows that now stand where another one was, or that say something else than before. */
export function changedRows(before: RowPlaces, after: RowPlaces): string[] {
  return [...after].flatMap(([name, place]) => {
    const earlier = before.get(name);
    const saidOtherwise = earlier !== undefined && earlier.says !== place.says;
    const isOnAnother = [...before].some(
      ([other, { top, bottom }]) =>
        other !== name && Math.min(bottom, place.bottom) - Math.max(top, place.top) > NOTICED_PX,
    );
    return saidOtherwise || isOnAnother ? [name] : [];
  });
}

/** The rows in the order in which they were, and behind them those that are new. */
export function keepOrder<Row>(
  before: readonly string[],
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): Row[] {
  const places = new Map(before.map((name, place) => [name, place]));
  const placeOf = (row: Row): number => places.get(nameOf(row)) ?? before.length;
  return [...rows].sort((one, other) => placeOf(one) - placeOf(other));
}
