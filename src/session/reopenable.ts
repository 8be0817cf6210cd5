/** The time within which a session that has ended can be reopened, in milliseconds. */
const REOPENABLE_MS = 24 * 60 * 60 * 1000;

/** Tells whether it can be reopened now; both times in milliseconds since 1970-01-01 UTC. */
export function isReopenable(endedAt: number, now: number): boolean {
  return now < endedAt + REOPENABLE_MS;
}
