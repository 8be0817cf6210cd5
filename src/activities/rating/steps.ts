import type { Rating, RatingAnswer, RatingContent, RatingRow } from './rating.ts';

/** The ratings of a voter, one for each row; null where a row is not rated yet. */
export function ratingsOf(content: RatingContent, answer: RatingAnswer | null): readonly Rating[] {
  return content.rows.map((_, row) => answer?.ratings[row] ?? null);
}

/** The ratings with one of them changed. */
export function withRating(ratings: readonly Rating[], row: number, rating: Rating): Rating[] {
  return ratings.map((before, index) => (index === row ? rating : before));
}

/** The next row that is not rated, looking from `after` onwards and then from the start; or null. */
export function nextUnrated(ratings: readonly Rating[], after: number): number | null {
  const later = ratings.findIndex((rating, row) => rating === null && row > after);
  const first = later === -1 ? ratings.indexOf(null) : later;
  return first === -1 ? null : first;
}

/** Whether the levels need a line each: a word at either end of a row of numbers is not enough. */
export function needsLines(content: RatingContent, row: RatingRow): boolean {
  return row.descriptors.length > 0 || content.levels.slice(1, -1).some((name) => name !== '');
}
