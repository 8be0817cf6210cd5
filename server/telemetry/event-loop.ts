const INTERVAL_MS = 100;
// Past this, somebody who taps notices the lag.
const MAX_LAG_MS = 250;
// A deck that is compiled, or a long export, is over before; a server that is too small is not.
const OVERLOADED_AFTER_MS = 3_000;

interface EventLoopEvents {
  /** Seconds, at each measurement. */
  readonly lagged: (seconds: number) => void;
  /** Called at each change. */
  readonly overloaded: (overloaded: boolean) => void;
}

/** Measures ten times a second how late its timer is, and with it everything else. */
export class EventLoop {
  readonly #timer: NodeJS.Timeout;
  #measuredAt = performance.now();
  #overloaded = false;
  /** The time since which each measurement has contradicted `overloaded`; in milliseconds. */
  #contradictedSince: number | null = null;

  constructor(readonly events: EventLoopEvents) {
    this.#timer = setInterval(() => this.#measure(performance.now()), INTERVAL_MS).unref();
  }

  /** Every measurement was late for some seconds, and they have not been in time for as long since. */
  get overloaded(): boolean {
    return this.#overloaded;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #measure(now: number): void {
    const lag = Math.max(0, now - this.#measuredAt - INTERVAL_MS);
    this.#measuredAt = now;
    this.events.lagged(lag / 1000);
    if (lag > MAX_LAG_MS === this.#overloaded) {
      this.#contradictedSince = null;
      return;
    }
    // One measurement that is three seconds late is one long task, and no overload.
    this.#contradictedSince ??= now;
    if (now - this.#contradictedSince < OVERLOADED_AFTER_MS) return;
    this.#overloaded = !this.#overloaded;
    this.#contradictedSince = null;
    this.events.overloaded(this.#overloaded);
  }
}
