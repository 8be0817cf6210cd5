import { formatDuration } from '../../lib/format-duration.ts';

interface Timed {
  /** How long its author wants to speak; null where nothing is said. */
  readonly minutes: number | null;
}

/** How the talk stands by its author's plan. In minutes. */
export interface Pace {
  /** What the whole talk should take. */
  readonly planned: number;
  /** How far the talk is behind its plan; negative where it is ahead; 0 while on the right slide. */
  readonly behind: number;
}

/**
 * How a talk that has gone on for `elapsed` minutes, and is at the slide `index`, stands by the
 * minutes that its author gave to each slide; null where no slide has any. On time is as long as
 * the plan would be on this very slide.
 */
export function paceOf(slides: readonly Timed[], index: number, elapsed: number): Pace | null {
  const minutes = slides.map((slide) => slide.minutes ?? 0);
  const planned = sum(minutes);
  if (planned === 0) return null;
  const from = sum(minutes.slice(0, index));
  const to = from + (minutes[index] ?? 0);
  if (elapsed < from) return { planned, behind: elapsed - from };
  return { planned, behind: Math.max(0, elapsed - to) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0);
}

/** How long one slide is planned for: "0:45 min". */
export function formatMinutes(minutes: number): string {
  return `${formatDuration(Math.round(60 * minutes))} min`;
}

/** What stands behind the time elapsed: " of 90 min". */
export function formatPlanned({ planned }: Pace): string {
  return ` of ${Math.round(planned)} min`;
}

/** "3 min behind", "1 min ahead", "on time": whole minutes, since nobody steers by seconds. */
export function formatPace({ behind }: Pace): string {
  const minutes = Math.round(Math.abs(behind));
  if (minutes === 0) return 'on time';
  return `${minutes} min ${behind > 0 ? 'behind' : 'ahead'}`;
}
