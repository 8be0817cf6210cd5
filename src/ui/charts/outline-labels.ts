/** Between which axis and the next an outline is named, and on which side of it. */
export interface LabelPlace {
  readonly edge: number;
  readonly outside: boolean;
}

const FEWEST_CLEAR = 2;

/**
 * Where two outlines over the same axes are named, each where it is farthest from the other, and
 * away from the first axis, along which the levels stand, where there are other edges. The edges
 * are numbered by the axis that they start at.
 */
export function labelPlaces(
  values: readonly number[],
  beside: readonly number[],
): { readonly values: LabelPlace; readonly beside: LabelPlace } {
  const gaps = values.map((_, edge) => ends(values, edge) - ends(beside, edge));
  const edges = [...gaps.keys()];
  const clear = edges.slice(1, -1);
  const free = clear.length >= FEWEST_CLEAR ? clear : edges;
  const first = widest(gaps, free);
  const second = widest(
    gaps.map((gap) => -gap),
    free.filter((edge) => edge !== first),
  );
  return {
    values: { edge: first, outside: (gaps[first] ?? 0) >= 0 },
    beside: { edge: second, outside: (gaps[second] ?? 0) <= 0 },
  };
}

/** Twice the height of an outline between an axis and the next. */
function ends(values: readonly number[], edge: number): number {
  return (values[edge] ?? 0) + (values[(edge + 1) % values.length] ?? 0);
}

function widest(gaps: readonly number[], edges: readonly number[]): number {
  return edges.reduce((best, edge) => ((gaps[edge] ?? 0) > (gaps[best] ?? 0) ? edge : best));
}
