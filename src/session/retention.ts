const DAY_MS = 24 * 60 * 60 * 1000;

/** A session as far as it matters for how long it is kept. Times in milliseconds since 1970-01-01 UTC. */
export interface KeptSession {
  readonly endedAt: number | null;
  /** The time of its latest fact; null where that cannot be read. */
  readonly lastAt: number | null;
  /** The days for which its deck wants it kept; null where that says nothing. */
  readonly keepDays: number | null;
}

/**
 * The moment until which a session is kept, by its deck and by its server; null where neither limits it, and
 * where its facts cannot be read. The shorter time holds. It is counted from the end, or from the latest fact
 * of a session that has not ended.
 */
export function keptUntil(
  { endedAt, lastAt, keepDays }: KeptSession,
  serverDays: number | null,
): number | null {
  const from = endedAt ?? lastAt;
  const days = Math.min(keepDays ?? Infinity, serverDays ?? Infinity);
  return lastAt === null || from === null || days === Infinity ? null : from + days * DAY_MS;
}

/** true if a session is kept no longer at a moment. */
export function isDue(session: KeptSession, serverDays: number | null, now: number): boolean {
  const until = keptUntil(session, serverDays);
  return until !== null && now >= until;
}
