import { FEWEST_FOR_INTERVAL } from '../../lib/mean-interval.ts';
import { isolated } from '../../lib/text-direction.ts';
import type { OptionShown, PointsContent, PointsShown } from './content.ts';
import { meanFigure } from './labels.ts';

const TOO_FEW = 'too few for an interval';

type Tally = NonNullable<PointsShown>;

/**
 * The places of the options, the largest mean first; of equal ones, the first in the question. They
 * are ranked because they compete for one sum and have no order of their own, as levels of a scale
 * have. So the intervals to be compared stand below each other: where two overlap, their order may be
 * chance.
 */
export function rankedOptions({ options }: Tally): readonly number[] {
  const mean = (place: number): number => options[place]?.mean ?? 0;
  return options.map((_, place) => place).sort((one, other) => mean(other) - mean(one));
}

/**
 * The number of points at the end of the axis: whole tenths of the total that hold all means and
 * intervals. A scale that followed every answer would move all bars with each.
 */
export function axisEnd({ total }: PointsContent, { options }: Tally): number {
  const most = Math.max(...options.map(({ mean, interval }) => interval?.high ?? mean));
  return (Math.min(Math.max(Math.ceil((10 * most) / total), 1), 10) * total) / 10;
}

/** The 95% interval of a mean in figures: "28.1–40.9"; in words with another `to`. */
export function intervalLabel({ interval }: OptionShown, to = '–'): string {
  if (interval === null) return TOO_FEW;
  const [low, high] = [meanFigure(interval.low), meanFigure(interval.high)];
  return low === high ? low : low + to + high;
}

/** The name of the means: "Mean points, of 100 each". */
export function meanLabel({ total }: PointsContent): string {
  return `Mean points, of ${total} each`;
}

/** A sentence on the intervals, or on their absence. */
export function intervalNote({ answers }: Tally): string {
  return answers < FEWEST_FOR_INTERVAL
    ? `Too few for an interval: that takes ${FEWEST_FOR_INTERVAL} answers`
    : '95% interval of the mean';
}

/** A sentence on the options with the largest mean. */
export function leadingLabel({ options, total }: PointsContent, tally: Tally): string {
  const [first] = rankedOptions(tally).map((place) => tally.options[place]);
  if (first === undefined) return '';
  const leading = options.filter((_, place) => tally.options[place]?.mean === first.mean);
  const figures = `a mean of ${meanFigure(first.mean)} of ${total}`;
  if (leading.length === options.length) return `All options have the same points, ${figures}.`;
  const known =
    leading.length > 1 || first.interval === null
      ? ''
      : `, 95% interval ${intervalLabel(first, ' to ')}`;
  // Semicolons: an option may hold an "and" and commas of its own.
  return `Most points: ${leading.map(isolated).join('; ')}, ${figures}${known}.`;
}
