// What as many cost in memory is no trouble, and no hall has so many on their way in at once.
const MOST_WAITING = 10_000;

/** What there is to know of a connection that has not said yet who it is. */
interface Arrival {
  once(event: 'close', listener: () => void): unknown;
  /** `discard`: without waiting until all is sent. */
  close(discard: boolean): void;
}

/**
 * Where connections stand until they have come into a session. Each costs its owner one request, and
 * the server memory: whoever does not come in is sent off after a while, and when there are too many,
 * the one that came first makes room. Phones of a hall are in within a moment, so it is hardly ever
 * one of theirs.
 */
export class PendingConnections {
  readonly #waiting = new Map<Arrival, NodeJS.Timeout>();

  /** `patience`: how long one may stand there, in milliseconds. */
  constructor(
    readonly timeouts: number,
    readonly most = MOST_WAITING,
  ) {}

  arrived(arrival: Arrival): void {
    this.#waiting.set(
      arrival,
      setTimeout(() => arrival.close(true), this.timeouts),
    );
    arrival.once('close', () => this.cameIn(arrival));
    const [first] = this.#waiting.keys();
    if (this.#waiting.size > this.most) first?.close(true);
  }

  cameIn(arrival: Arrival): void {
    clearTimeout(this.#waiting.get(arrival));
    this.#waiting.delete(arrival);
  }
}
