import { FairLane, type LaneWork } from './fair-lane.ts';
import type { Rate } from './rate-limit.ts';

interface Waiting {
  readonly begin: () => void;
  /** Tokens that it takes. */
  readonly cost: number;
  /** True once nobody waits for it any more. */
  readonly isGone: () => boolean;
}

const never = (): boolean => false;

/** The requests that wait at one address, the first first. */
class AddressQueue implements LaneWork {
  readonly #waiting: Waiting[] = [];

  constructor(readonly emptied: () => void) {}

  get isDone(): boolean {
    return this.#waiting.length === 0;
  }

  add(waiting: Waiting): void {
    this.#waiting.push(waiting);
  }

  /** Requests whose sender is gone cost nothing: else the others of the address would wait for them. */
  turn(): number {
    let next = this.#waiting.shift();
    while (next?.isGone() === true) next = this.#waiting.shift();
    if (this.isDone) this.emptied();
    next?.begin();
    return next?.cost ?? 0;
  }
}

/** A rate of requests that is shared by addresses: those who send thousands a second wait for each other. */
export class AddressLane {
  readonly #lane: FairLane;
  readonly #addresses = new Map<string, AddressQueue>();

  constructor(rate: Rate) {
    this.#lane = new FairLane(rate);
  }

  /** The number of addresses at which somebody waits. */
  get size(): number {
    return this.#addresses.size;
  }

  /** Calls `begin` at the turn of this address, and has others wait for the tokens that it costs. */
  wait(address: string, begin: () => void, cost = 1, isGone = never): void {
    const known = this.#addresses.get(address);
    const queue = known ?? new AddressQueue(() => this.#addresses.delete(address));
    this.#addresses.set(address, queue);
    queue.add({ begin, cost, isGone });
    this.#lane.enter(queue);
  }
}
