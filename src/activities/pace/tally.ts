import { HOLDS, signals, STRETCH_MS, type PaceStretch, type Signal } from './content.ts';

/** The people behind each signal, by stretch, and by whom the latest was given when. */
export interface PaceTally {
  /** By the number of the stretch since 1970-01-01 UTC. */
  readonly counts: Map<number, [number, number, number, number]>;
  /** The stretch in which an attendee gave a signal that counts. */
  readonly given: Map<string, number>;
}

/** Lets a signal hold from now on, for some stretches. */
export function addSignal(tally: PaceTally, signal: Signal, attendee: string, at: number): void {
  const from = Math.floor(at / STRETCH_MS);
  tally.given.set(attendee, from);
  change(tally, signal, from, from + HOLDS, 1);
}

/** Ends a signal: from this stretch on it holds no more; the stretches before are as they were. */
export function endSignal(tally: PaceTally, signal: Signal, attendee: string, at: number): void {
  const now = Math.floor(at / STRETCH_MS);
  const from = tally.given.get(attendee) ?? now;
  tally.given.delete(attendee);
  change(tally, signal, Math.max(from, now), from + HOLDS, -1);
}

function change({ counts }: PaceTally, signal: Signal, from: number, to: number, by: 1 | -1): void {
  const place = signals.indexOf(signal);
  for (let stretch = from; stretch < to; stretch += 1) {
    const now = counts.get(stretch) ?? [0, 0, 0, 0];
    now[place] = (now[place] ?? 0) + by;
    if (now.some((people) => people > 0)) counts.set(stretch, now);
    else counts.delete(stretch);
  }
}

export function stretchesOf({ counts }: PaceTally): PaceStretch[] {
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([stretch, [slow, right, fast, lost]]) => ({
      at: stretch * STRETCH_MS,
      counts: [slow, right, fast, lost],
    }));
}

/** Those that have begun by `now`. */
export function stretchesUntil(tally: PaceTally, now: number): PaceStretch[] {
  return stretchesOf(tally).filter(({ at }) => at <= now);
}
