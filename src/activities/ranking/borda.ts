import { spreadOfValues } from '../../lib/stats.ts';
import type { RankedShown, RankingContent } from './content.ts';

/**
 * The room's answers to one option by the Borda count. Of `n` options the first place gives `n`
 * points, the next `n - 1`, and so on. An option that is not placed gets the mean of the points that
 * are left, so that every answer gives as many points in all, and the order by points is the order by
 * mean places: Cullinan, Hsiao and Polett, "A Borda count for partially ordered ballots", Social
 * Choice and Welfare 42 (2014), 913–926. For whole orders it is Borda's own count
 * (Mémoire sur les élections au scrutin, 1781).
 *
 * @param counts attendees for each place that can be given
 * @param answers attendees in all, one at least
 */
export function rankedBy(
  counts: readonly number[],
  answers: number,
  content: RankingContent,
): RankedShown {
  const placed = counts.map((count, at) => [at + 1, count] as const);
  const others = answers - counts.reduce((sum, count) => sum + count, 0);
  const places = [...placed, [placeOfOthers(content), others] as const];
  const sum = places.reduce((total, [place, count]) => total + place * count, 0);
  const spread = spreadOfValues(new Map(places.filter(([, count]) => count > 0)));
  const mean = sum / answers;
  return {
    counts: [...counts],
    points: answers * (content.options.length + 1) - sum,
    mean,
    lowerQuartile: spread?.lowerQuartile ?? mean,
    upperQuartile: spread?.upperQuartile ?? mean,
  };
}

/** The mean of the places that an attendee leaves: 7 where three of ten options are placed. */
function placeOfOthers({ options, top }: RankingContent): number {
  return (top + 1 + options.length) / 2;
}
