// Longer than a tunnel; those who are away for longer have left the session.
const MISSED_FOR_MS = 300_000;
// More than any hall: a client that comes and goes all the time is a new attendee each time.
const MOST = 20_000;

/**
 * Attendees whose last connection ended in the last five minutes, and who have not come back. A
 * connection that falls silent is ended by its missing heartbeat (socket-server.ts).
 */
export class MissingClients {
  /** Milliseconds by the server's clock at which each left, by attendee, the first first. */
  readonly #left = new Map<string, number>();

  constructor(readonly now: () => number) {}

  came(attendee: string): void {
    this.#left.delete(attendee);
  }

  left(attendee: string): void {
    this.#left.delete(attendee);
    this.#left.set(attendee, this.now());
    const [first] = this.#left.keys();
    if (this.#left.size > MOST && first !== undefined) this.#left.delete(first);
  }

  /** Forgets those who were found at another node. */
  found(isElsewhere: (attendee: string) => boolean): void {
    for (const attendee of [...this.#left.keys()]) {
      if (isElsewhere(attendee)) this.#left.delete(attendee);
    }
  }

  count(): number {
    const missedSince = this.now() - MISSED_FOR_MS;
    for (const [attendee, at] of this.#left) {
      if (at > missedSince) break;
      this.#left.delete(attendee);
    }
    return this.#left.size;
  }

  /** Milliseconds until the next of them no longer counts as missing; null where none is missing. */
  nextForgottenIn(): number | null {
    for (const at of this.#left.values()) return at + MISSED_FOR_MS - this.now();
    return null;
  }
}
