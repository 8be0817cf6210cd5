import type {
  ComparedQuestion,
  ComparedSession,
} from '../../../results/comparison/compare-sessions.ts';
import type { ItemFigures } from '../../../results/comparison/compared-items.ts';
import type { AskedInSession } from '../../../results/comparison/session-summary.ts';
import {
  differenceLabel,
  intervalLabel,
  valueLabel,
  type Scaled,
} from '../../../ui/charts/shift-labels.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import { longDay } from '../../../ui/day-label.ts';

/** "26 November 2026, 14:05", from ISO 8601. */
export function momentLabel(time: string): string {
  const at = new Date(time);
  return `${longDay(at, false)}, ${clockTime(at)}`;
}

/** The name of a session; its beginning where it has none. */
export function sessionLabel({ name, startedAt }: ComparedSession): string {
  return name === '' ? momentLabel(startedAt) : name;
}

/** A share from 0 to 1 as a percentage; a dash for none. */
export function rateLabel(rate: number | null): string {
  return rate === null ? '–' : `${Math.round(100 * rate)}%`;
}

/** The reason for which a session has no chart of a question. */
export function missingLabel(asked: AskedInSession | null, isReworded: boolean): string {
  if (asked === null) return isReworded ? 'Not asked so.' : 'Not asked.';
  if (asked.answered === 0) return 'Nobody answered.';
  return `Fewer than ${asked.threshold} answers: hidden.`;
}

/** The reason for which a session has no figures of an item. */
export function noFiguresLabel(asked: AskedInSession | null, isReworded: boolean): string {
  if (asked !== null) return 'Too few';
  return isReworded ? 'Not asked so' : 'Not asked';
}

/** "2.1 to 3.4"; empty without an interval. */
export function rangeLabel(scaled: Scaled, interval: ItemFigures['interval']): string {
  if (interval === null) return '';
  return `${valueLabel(scaled, interval.low)} to ${valueLabel(scaled, interval.high)}`;
}

/** "+0.4, −0.2 to +1.0"; empty for the session to which the others are compared. */
export function differenceWithInterval(scaled: Scaled, { difference }: ItemFigures): string {
  if (difference === null) return '';
  const range = intervalLabel(scaled, difference);
  return `${differenceLabel(scaled, difference.value)}${range === '' ? '' : `, ${range}`}`;
}

/** The id of a question's place on the page. */
export function comparedAnchor({ id, hash }: Pick<ComparedQuestion, 'id' | 'hash'>): string {
  return `question-${id}-${hash}`;
}
