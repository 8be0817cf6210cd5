/** Waits so many seconds at human pace. */
export type Pause = (seconds: number) => Promise<void>;

/** A pace at which a human second takes so many milliseconds: 1,000, but for tests. */
export function paceOf(second: number): Pause {
  return (seconds) => new Promise((done) => setTimeout(done, seconds * second));
}

const LOOK_AGAIN_MS = 20;

/** Resolves with true as soon as something holds, with false where it does not within the patience. */
export async function until(holds: () => boolean, patienceMs: number): Promise<boolean> {
  const end = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > end) return false;
    // Each look follows from the one before.
    await new Promise((done) => setTimeout(done, LOOK_AGAIN_MS));
  }
  return true;
}
