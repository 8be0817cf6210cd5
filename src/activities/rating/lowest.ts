import type { RatingAnswer, RatingContent, RatingRow } from './rating.ts';

/** A row that a voter put on the scale. */
export interface RatedRow {
  readonly row: RatingRow;
  readonly level: number;
}

const MOST = 3;

/** The rows that a voter put on the scale, in their order. */
export function ratedRows(content: RatingContent, { ratings }: RatingAnswer): RatedRow[] {
  return content.rows.flatMap((row, index) => {
    const level = ratings[index];
    return typeof level === 'number' ? [{ row, level }] : [];
  });
}

/** Those that a voter rated lowest, at most three: whoever has more to mend begins with some. */
export function lowestRows(content: RatingContent, answer: RatingAnswer): RatedRow[] {
  const rated = ratedRows(content, answer);
  const least = Math.min(...rated.map(({ level }) => level));
  return rated.filter(({ level }) => level === least).slice(0, MOST);
}
