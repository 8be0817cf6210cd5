import { formatDistance, roundToTwelveDigits } from '../../lib/format-number.ts';
import type { Spread } from '../../lib/stats.ts';
import type { GuessPrompt } from './guess.ts';
import { isolated } from '../../lib/text-direction.ts';

/** Returns true for a guess that is the answer, to twelve digits. */
export function isExact(guess: number, answer: number): boolean {
  return roundToTwelveDigits(guess) === roundToTwelveDigits(answer);
}

/** The distance of a guess from the answer: "8 percentage points too low", "Exactly right". */
export function distanceLabel(guess: number, answer: number, unit: string): string {
  if (isExact(guess, answer)) return 'Exactly right';
  const distance = roundToTwelveDigits(guess - answer);
  const way = distance > 0 ? 'too high' : 'too low';
  return `${isolated(formatDistance(Math.abs(distance), unit))} ${way}`;
}

/** The median and quartiles, as round as guesses are: to the power of ten in a step of the scale. */
export function readableSpread(spread: Spread, { step }: Pick<GuessPrompt, 'step'>): Spread {
  const power = Math.floor(roundToTwelveDigits(Math.log10(step)));
  const round = (value: number): number =>
    roundToTwelveDigits(Math.round(roundToTwelveDigits(value / 10 ** power)) * 10 ** power);
  return {
    count: spread.count,
    lowerQuartile: round(spread.lowerQuartile),
    median: round(spread.median),
    upperQuartile: round(spread.upperQuartile),
  };
}
