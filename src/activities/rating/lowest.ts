import type { RatingAnswer, RatingContent, RatingRow } from './content.ts';

/** A row that an attendee put on the scale. */
export interface RatedRow {
  readonly row: RatingRow;
  readonly level: number;
}

/** A next step in a row, with a case to look at, if any. */
export interface RowNextStep {
  readonly about: string;
  readonly step: string;
  readonly see: string;
}

const MOST_STEPS = 3;

/** The rows that an attendee put on the scale, in their order. */
export function ratedRows(content: RatingContent, { ratings }: RatingAnswer): RatedRow[] {
  return content.rows.flatMap((row, index) => {
    const level = ratings[index];
    return typeof level === 'number' ? [{ row, level }] : [];
  });
}

/** Those that an attendee rated lowest. */
export function lowestRows(content: RatingContent, answer: RatingAnswer): RatedRow[] {
  const rated = ratedRows(content, answer);
  const least = Math.min(...rated.map(({ level }) => level));
  return rated.filter(({ level }) => level === least);
}

/** Next steps for an attendee's lowest rows, three at most: nobody begins with more. */
export function nextStepsFor(content: RatingContent, answer: RatingAnswer): RowNextStep[] {
  return lowestRows(content, answer)
    .slice(0, MOST_STEPS)
    .flatMap(({ row, level }) => {
      const step = row.steps[level - content.from];
      return step === undefined ? [] : [{ about: row.label, step, see: row.see }];
    });
}
