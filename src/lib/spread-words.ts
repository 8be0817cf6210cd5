import { formatRange, formatWithUnit } from './format-number.ts';
import type { Spread } from './stats.ts';

/** The median in plain words: as many answers are above it as below. */
export const MIDDLE_ANSWER = 'middle answer';
/** The answers between the quartiles, in plain words. */
export const HALF_THE_ROOM = 'half the room';

/** The middle of the room's answers: "middle answer 72%, half the room: 60 to 78%". */
export function formatSpread(spread: Spread, unit: string): string {
  return `${MIDDLE_ANSWER} ${formatWithUnit(spread.median, unit)}, ${formatHalf(spread, unit)}`;
}

/** The range of the middle half of the answers: "half the room: 60 to 78%". */
export function formatHalf({ lowerQuartile, upperQuartile }: Spread, unit: string): string {
  return `${HALF_THE_ROOM}: ${formatRange(lowerQuartile, upperQuartile, unit)}`;
}
