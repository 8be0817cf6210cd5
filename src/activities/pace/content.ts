/** The signals about a talk's pace, in the order in which they are offered. */
export const signals = ['slow', 'right', 'fast', 'lost'] as const;

export type Signal = (typeof signals)[number];

/** The words of a signal, for attendees and for the presenter. */
export const signalLabels: Readonly<Record<Signal, string>> = {
  slow: 'Too slow',
  right: 'Just right',
  fast: 'Too fast',
  lost: 'I am lost',
};

/** null: taken back. */
export type PaceAnswer = { readonly signal: Signal | null };

/** The people behind each signal, in the order of `signals`. */
export type SignalCounts = readonly [slow: number, right: number, fast: number, lost: number];

/** A stretch of time, and the people whose signals held in it. */
export type PaceStretch = {
  /** Its start, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly counts: SignalCounts;
};

/** The stretches in which any signal held, the earliest first. A signal given now holds for some that are still to come. */
export type PaceShown = {
  readonly stretches: readonly PaceStretch[];
  /** The time of the session's newest fact, in milliseconds since 1970-01-01 UTC. */
  readonly now: number;
};

/** The length of a stretch. */
export const STRETCH_MS = 30_000;
/** Stretches for which a signal holds, that in which it was given included: three minutes. */
export const HOLDS = 6;
