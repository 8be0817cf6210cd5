import type { Socket } from 'node:net';

// Bytes of a TCP stream in one Ethernet frame.
const SEGMENT = 1_460;
// The least that Linux waits before it sends a segment again, beside the way there and back.
const RETRANSMIT_MS = 200;

/** Latency and loss of a link. */
export interface LinkConditions {
  /** Milliseconds each way. */
  readonly latency: number;
  /** The share of segments that are lost and have to be sent again, 0 to 1. */
  readonly loss: number;
}

type Item = Buffer | 'end';

/**
 * One direction of a TCP connection. Data comes out in order, after a delay: a lost
 * segment stalls all data behind it, for TCP sends it again.
 */
export class DelayedStream {
  readonly #onTheWay: Item[] = [];
  #arrived = 0;
  #lastArrival = 0;
  #silent = false;

  constructor(
    readonly to: Socket,
    readonly conditions: () => LinkConditions,
    readonly random: () => number,
  ) {}

  send(bytes: Buffer): void {
    this.#enter(bytes, this.#lossesIn(bytes));
  }

  /** Ends the stream: the far end is told after all data sent before. */
  end(): void {
    this.#enter('end', 0);
  }

  /** Delivers nothing from now on; arriving data waits. */
  fallSilent(): void {
    this.#silent = true;
  }

  /** Delivers the data that has waited, and goes on. */
  speakAgain(): void {
    this.#silent = false;
    this.#send();
  }

  #enter(item: Item, losses: number): void {
    const { latency } = this.conditions();
    const stall = losses * (RETRANSMIT_MS + 2 * latency);
    const now = performance.now();
    this.#lastArrival = Math.max(this.#lastArrival, now + latency + stall);
    this.#onTheWay.push(item);
    const arrive = (): void => {
      this.#arrived += 1;
      this.#send();
    };
    const wait = this.#lastArrival - now;
    if (wait > 0) setTimeout(arrive, wait);
    else arrive();
  }

  /** The most losses of one segment, weighted: each time the sender waits twice as long. */
  #lossesIn(bytes: Buffer): number {
    let most = 0;
    for (let segment = 0; segment < bytes.length / SEGMENT; segment += 1) {
      let waits = 0;
      for (let wait = 1; this.random() < this.conditions().loss; wait *= 2) waits += wait;
      most = Math.max(most, waits);
    }
    return most;
  }

  #send(): void {
    while (!this.#silent && this.#arrived > 0) {
      this.#arrived -= 1;
      const item = this.#onTheWay.shift();
      if (item === undefined || this.to.destroyed) continue;
      if (item === 'end') this.to.end();
      else this.to.write(item);
    }
  }
}
