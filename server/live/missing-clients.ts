// Longer than a tunnel; whoever is away for longer has left the talk.
const MISSED_FOR_MS = 300_000;

/**
 * Attendees whose last connection ended in the last five minutes, and who have not come back. One
 * that falls silent without a word is noticed by its missing heartbeat, and ended (see sockets.ts).
 */
export class MissingClients {
  /** When each left, by attendee, the first first. In milliseconds by the server's clock. */
  readonly #left = new Map<string, number>();

  constructor(readonly now: () => number) {}

  came(attendee: string): void {
    this.#left.delete(attendee);
  }

  left(attendee: string): void {
    this.#left.delete(attendee);
    this.#left.set(attendee, this.now());
  }

  count(): number {
    const missedSince = this.now() - MISSED_FOR_MS;
    for (const [attendee, at] of this.#left) {
      if (at > missedSince) break;
      this.#left.delete(attendee);
    }
    return this.#left.size;
  }

  /** Milliseconds until the next of them is missed no more; null where none is. */
  nextForgottenIn(): number | null {
    for (const at of this.#left.values()) return at + MISSED_FOR_MS - this.now();
    return null;
  }
}
