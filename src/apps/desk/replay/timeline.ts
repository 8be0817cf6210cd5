/** The longest time without a fact that is played in full, in milliseconds. */
export const LONGEST_PAUSE = 10_000;

interface Timed {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/**
 * The playing time at which each moment begins, in milliseconds from the first. Longer pauses take as
 * much as `LONGEST_PAUSE`: so a session that was open for days is played in minutes.
 */
export function timelineOf(moments: readonly Timed[]): number[] {
  const starts: number[] = [];
  for (const [place, { at }] of moments.entries()) {
    // A clock that was set back makes no pause.
    const pause = Math.max(0, at - (moments[place - 1]?.at ?? at));
    starts.push((starts.at(-1) ?? 0) + Math.min(pause, LONGEST_PAUSE));
  }
  return starts;
}

/** The place of the moment that is shown at a playing time. */
export function placeAt(starts: readonly number[], time: number): number {
  return Math.max(
    0,
    starts.findLastIndex((start) => start <= time),
  );
}

/** The time of day at a playing time, in milliseconds since 1970-01-01 UTC. It runs faster in a long pause. */
export function clockAt(
  moments: readonly Timed[],
  starts: readonly number[],
  time: number,
): number {
  const place = placeAt(starts, time);
  const { at = 0 } = moments[place] ?? {};
  const [start = 0, end = start] = starts.slice(place, place + 2);
  const pause = pauseAfter(moments, place);
  return end === start ? at : at + (pause * (time - start)) / (end - start);
}

/** Milliseconds from a moment to the next; 0 after the last. */
export function pauseAfter(moments: readonly Timed[], place: number): number {
  const { at = 0 } = moments[place] ?? {};
  return Math.max(0, (moments[place + 1]?.at ?? at) - at);
}

/** The nearest of some places, in their order, before one (`by` -1) or after it (`by` 1); null where there is none. */
export function nextOf(places: readonly number[], from: number, by: -1 | 1): number | null {
  const next = by === 1 ? places.find((one) => one > from) : places.findLast((one) => one < from);
  return next ?? null;
}
