/** The durations of a rehearsal's parts, in seconds at human pace. */
export interface Pacing {
  /** Everybody who comes in time comes within this. */
  readonly arriving: number;
  /** On a slide without a question. */
  readonly passing: number;
  /** The last who answer a question do it after this. */
  readonly thinking: number;
  /** The room looks at a tally, or at what is right. */
  readonly looking: number;
}

// A hall scans the code within this; where nobody waits for them, questions take no longer either.
const LONGEST_ARRIVING = 20;
const LONGEST_THINKING = 20;
const LONGEST_LOOKING = 3;
const LONGEST_PASSING = 0.5;

// The shares of the whole time that arriving, and slides without a question, may take.
const ARRIVING = 0.12;
const PASSING = 0.1;
// A question with a right answer shows its split, then what is right: two looks.
const LOOKS = 2;
const LOOKING_OF_A_QUESTION = 0.1;
// Those who change their minds, or lock their phones, take longer than all others; as measured.
const STRAGGLING = 1.4;

/** Fits a walk through the deck into so many minutes: the questions get what the rest leaves. */
export function pacingOf(minutes: number, slides: number, questions: number): Pacing {
  const all = 60 * minutes;
  const others = Math.max(1, slides - questions);
  const arriving = Math.min(LONGEST_ARRIVING, ARRIVING * all);
  const passing = Math.min(LONGEST_PASSING, (PASSING * all) / others);
  const each = (all - arriving - passing * others) / Math.max(1, questions);
  const looking = Math.min(LONGEST_LOOKING, LOOKING_OF_A_QUESTION * each);
  const thinking = Math.min(LONGEST_THINKING, (each - LOOKS * looking) / STRAGGLING);
  return { arriving, passing, thinking, looking };
}

/** Waits so many seconds at human pace. */
export type Wait = (seconds: number) => Promise<void>;

/** A pace at which a human second takes so many milliseconds: 1,000, but for tests. */
export function waitAtPace(second: number): Wait {
  return (seconds) => new Promise((done) => setTimeout(done, seconds * second));
}

const LOOK_AGAIN_MS = 20;

/** Resolves with true as soon as something holds, with false where it does not within `timeoutMs`. */
export async function until(holds: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = performance.now() + timeoutMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    // Each look follows from the one before.
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  return true;
}
