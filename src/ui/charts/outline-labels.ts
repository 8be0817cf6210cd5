/** Between which axis and the next an outline is named, and on which side of it. */
export interface LabelPlace {
  readonly edge: number;
  readonly outside: boolean;
}

/**
 * Where two outlines over the same axes are named, each where it is farthest from the other. The
 * edges are numbered by the axis that they start at.
 */
export function labelPlaces(
  values: readonly number[],
  beside: readonly number[],
): { readonly values: LabelPlace; readonly beside: LabelPlace } {
  const gaps = values.map((_, edge) => ends(values, edge) - ends(beside, edge));
  const first = widest(gaps, null);
  const second = widest(
    gaps.map((gap) => -gap),
    first,
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

function widest(gaps: readonly number[], taken: number | null): number {
  const free = [...gaps.keys()].filter((edge) => edge !== taken);
  return free.reduce((best, edge) => ((gaps[edge] ?? 0) > (gaps[best] ?? 0) ? edge : best));
}
