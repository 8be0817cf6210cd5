import type { RatingContent, RatingRow } from './content.ts';

/** Whether the levels need a line each: a word at either end of a row of numbers is not enough. */
export function needsLines(content: RatingContent, row: RatingRow): boolean {
  return row.descriptors.length > 0 || content.levels.slice(1, -1).some((name) => name !== '');
}
