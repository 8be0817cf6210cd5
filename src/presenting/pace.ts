import { formatDuration } from '../lib/format-duration.ts';

interface Timed {
  /** Minutes planned for the slide; null where its author planned none. */
  readonly minutes: number | null;
}

/** The session's time against the author's plan, in minutes. */
export interface Pace {
  /** Minutes planned for the whole deck. */
  readonly planned: number;
  /** Minutes behind the plan; negative when ahead, 0 while on the planned slide. */
  readonly behind: number;
}

/** Of the slides of a deck: a plan of fewer says nothing of the talk. */
const LEAST_PLANNED = 0.5;

/**
 * Compares `elapsed` minutes at the slide `index` with the minutes planned for each slide; null if
 * less than half of them have any. A session is on time for as long as the plan is on the same slide.
 */
export function paceOf(slides: readonly Timed[], index: number, elapsed: number): Pace | null {
  const minutes = slides.map((slide) => slide.minutes ?? 0);
  const planned = sum(minutes);
  const timed = slides.filter((slide) => slide.minutes !== null).length;
  if (planned === 0 || timed < LEAST_PLANNED * slides.length) return null;
  const from = sum(minutes.slice(0, index));
  const to = from + (minutes[index] ?? 0);
  if (elapsed < from) return { planned, behind: elapsed - from };
  return { planned, behind: Math.max(0, elapsed - to) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** Planned minutes, written as the time elapsed is: "0:45", "90:00". */
export function formatMinutes(minutes: number): string {
  return formatDuration(Math.round(60 * minutes));
}

/** "3 min behind", "1 min ahead" or "on time", in whole minutes. */
export function formatPace({ behind }: Pace): string {
  const minutes = Math.round(Math.abs(behind));
  if (minutes === 0) return 'on time';
  return `${minutes} min ${behind > 0 ? 'behind' : 'ahead'}`;
}
