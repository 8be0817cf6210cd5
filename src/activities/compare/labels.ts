import { isolated } from '../../lib/text-direction.ts';
import type { CompareContent, CompareShown } from './content.ts';
import { placedOptions } from './order.ts';

/** The judgement that neither option is the better one. */
export const SAME = 'The same';

/** The name of the scores. */
export const CHANCE = 'Chance to win against an average option';

// More names than these would fill the line.
const MOST_NAMED = 3;

type Tally = NonNullable<CompareShown>;

/** The task in a line: "Which of two? Everybody judges 6 pairs". */
export function taskLabel({ pairs }: CompareContent): string {
  return `Which of two? Everybody judges ${pairs === 1 ? '1 pair' : `${pairs} pairs`}`;
}

/** The number of judged pairs: "1 pair judged", "84 pairs judged". */
export function judgedLabel({ judged }: Tally): string {
  return judged === 1 ? '1 pair judged' : `${judged} pairs judged`;
}

/** A chance as a figure: "71%"; never that an option always or never wins. */
export function chanceLabel(chance: number): string {
  if (chance < 1) return '<1%';
  return chance > 99 ? '>99%' : `${Math.round(chance)}%`;
}

/** The 95% interval of a chance: "58–82%"; in words with another `to`. */
export function intervalLabel({ low, high }: { low: number; high: number }, to = '–'): string {
  return `${chanceLabel(low).replace('%', '')}${to}${chanceLabel(high)}`;
}

/**
 * A sentence on the option with the largest chance. It names those that it is ahead of, as far as
 * chance alone would not explain the difference, and says of the others that it is too early to tell.
 */
export function headline(content: CompareContent, tally: Tally): string {
  const [first, ...others] = placedOptions(tally);
  const leader = first === undefined ? undefined : tally.options[first];
  if (first === undefined || leader === undefined) return '';
  const beaten = others.filter((option) => leader.ahead.includes(option));
  const open = others.filter((option) => !beaten.includes(option));
  const names = (options: readonly number[]): string =>
    // Semicolons: an option may hold an "and" and commas of its own.
    options.map((option) => isolated(content.options[option] ?? '')).join('; ');
  if (beaten.length === 0) return 'Too early to tell which is ahead.';
  if (open.length === 0) return `${names([first])} is ahead of all others.`;
  if (beaten.length <= Math.min(open.length, MOST_NAMED)) {
    return `${names([first])} is ahead of ${names(beaten)}. Of the others it is too early to tell.`;
  }
  if (open.length <= MOST_NAMED) {
    return `${names([first])} is ahead of all but ${names(open)}: too early to tell these apart.`;
  }
  return `${names([first])} is ahead of ${beaten.length} of the ${others.length} others: too early to tell it from the rest.`;
}
