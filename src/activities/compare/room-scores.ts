import { bradleyTerry, chanceOf, isAhead, scoreInterval } from '../../lib/bradley-terry.ts';
import type { ComparedShown } from './content.ts';

/**
 * The prior deviation of a score. By it 19 of 20 options win 5 to 95 of 100 comparisons with an average
 * one, before anything is judged.
 */
const DEVIATION = Math.log(19) / 1.96;
const DIGITS = 10;

/**
 * The room's judgement of each option, from the wins of each against each. It costs the number of options,
 * whatever the number of answers.
 */
export function roomScores(wins: readonly (readonly number[])[]): ComparedShown[] {
  const fit = bradleyTerry(wins, DEVIATION);
  return fit.scores.map((score, option) => {
    const { low, high } = scoreInterval(fit, option);
    const others = fit.scores.map((_, other) => other).filter((other) => other !== option);
    return {
      chance: percent(score),
      low: percent(low),
      high: percent(high),
      ahead: others.filter((other) => isAhead(fit, option, other)),
    };
  });
}

// To a tenth: options that were judged alike would differ in their sixteenth digit, and take places by it.
function percent(score: number): number {
  return Math.round(100 * DIGITS * chanceOf(score)) / DIGITS;
}
