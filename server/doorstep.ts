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
 * the server memory: when there are too many, the one that came first makes room. Phones of a hall
 * are in within a moment, so it is hardly ever one of theirs.
 */
export class Doorstep {
  readonly #waiting = new Set<Arrival>();

  constructor(readonly most = MOST_WAITING) {}

  arrived(arrival: Arrival): void {
    this.#waiting.add(arrival);
    arrival.once('close', () => this.#waiting.delete(arrival));
    this.#makeRoom();
  }

  cameIn(arrival: Arrival): void {
    this.#waiting.delete(arrival);
  }

  #makeRoom(): void {
    if (this.#waiting.size <= this.most) return;
    const [first] = this.#waiting;
    if (first === undefined) return;
    this.#waiting.delete(first);
    first.close(true);
  }
}
