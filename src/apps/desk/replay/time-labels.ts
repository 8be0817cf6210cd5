import { formatDuration } from '../../../lib/format-duration.ts';
import { lengthLabel, longDay } from '../../../ui/day-label.ts';
import { LONGEST_PAUSE } from './timeline.ts';

const HOUR_SECONDS = 3_600;

/** The time from the start to a moment, both in milliseconds since 1970-01-01 UTC: "12:31", "3:07:09". */
function sinceStart(start: number, clock: number): string {
  const seconds = Math.max(0, Math.floor((clock - start) / 1_000));
  const hours = Math.floor(seconds / HOUR_SECONDS);
  const rest = formatDuration(seconds % HOUR_SECONDS);
  return hours === 0 ? rest : `${hours}:${rest.padStart('00:00'.length, '0')}`;
}

/** "12:31 since the start", with the day where it is another than that of the start. */
export function sinceLabel(start: number, clock: number): string {
  const day = longDay(new Date(clock), true);
  const since = `${sinceStart(start, clock)} since the start`;
  return day === longDay(new Date(start), true) ? since : `${day} · ${since}`;
}

/** Says how much of a pause is left out, if any is; '' where all of it is played. */
export function pauseLabel(pause: number): string {
  if (pause <= LONGEST_PAUSE) return '';
  const seconds = Math.round(pause / 1_000);
  const long = seconds < 120 ? `${seconds} seconds` : lengthLabel(new Date(0), new Date(pause));
  return `Then nothing happened for ${long}. Here that takes ${LONGEST_PAUSE / 1_000} seconds.`;
}
