import { FairLane, type LaneWork } from './fair-lane.ts';
import type { Rate } from './rate-limit.ts';

/** The requests that wait at one address, the first first. */
class AddressQueue implements LaneWork {
  readonly #waiting: { readonly begin: () => void; readonly cost: number }[] = [];

  get isDone(): boolean {
    return this.#waiting.length === 0;
  }

  add(begin: () => void, cost: number): void {
    this.#waiting.push({ begin, cost });
  }

  turn(): number {
    const next = this.#waiting.shift();
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
  wait(address: string, begin: () => void, cost = 1): void {
    const queue = this.#addresses.get(address) ?? new AddressQueue();
    this.#addresses.set(address, queue);
    queue.add(() => {
      if (queue.isDone) this.#addresses.delete(address);
      begin();
    }, cost);
    this.#lane.enter(queue);
  }
}
