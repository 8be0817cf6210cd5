import type { RatingContent, RatingRow } from './content.ts';

/** true where each level needs a line: numbers with a label at either end are not enough. */
export function needsLines(content: RatingContent, row: RatingRow): boolean {
  return row.descriptors.length > 0 || content.levels.slice(1, -1).some((name) => name !== '');
}
