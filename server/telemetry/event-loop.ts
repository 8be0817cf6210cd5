const LOOK_EVERY_MS = 100;
/** Past this, whoever taps notices that the server is late. */
const LATE_MS = 250;
// A deck that is compiled, or a long export, is over before; a server that is too small is not.
const LATE_FOR_MS = 3_000;

interface EventLoopEvents {
  /** Seconds, at each look. */
  readonly lagged: (seconds: number) => void;
  /** Told at each change. */
  readonly overloaded: (overloaded: boolean) => void;
}

/** Looks ten times a second how late it is called, which is how late everything else is. */
export class EventLoop {
  readonly #timer: NodeJS.Timeout;
  #lookedAt = performance.now();
  #late = 0;
  #overloaded = false;
  /** Since when each look was on the other side than `overloaded` says; in milliseconds. */
  #otherSince: number | null = null;

  constructor(readonly events: EventLoopEvents) {
    this.#timer = setInterval(() => this.#look(performance.now()), LOOK_EVERY_MS).unref();
  }

  /** Whether every look was late for some seconds, and has not been in time for as long since. */
  get overloaded(): boolean {
    return this.#overloaded;
  }

  /** How late the last look was, in milliseconds. */
  get late(): number {
    return this.#late;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(now: number): void {
    const late = Math.max(0, now - this.#lookedAt - LOOK_EVERY_MS);
    this.#lookedAt = now;
    this.#late = late;
    this.events.lagged(late / 1000);
    if (late > LATE_MS === this.#overloaded) {
      this.#otherSince = null;
      return;
    }
    // One look that comes three seconds late is one long task, and no overload.
    this.#otherSince ??= now;
    if (now - this.#otherSince < LATE_FOR_MS) return;
    this.#overloaded = !this.#overloaded;
    this.#otherSince = null;
    this.events.overloaded(this.#overloaded);
  }
}
