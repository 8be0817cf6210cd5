/** A connection for which bytes are kept that it has sent. */
export interface Keeper {
  /** Ends the connection, and keeps nothing for it. */
  end(): void;
}

/**
 * Counts the bytes that are kept for all connections together, because they wait for their turn or
 * for the rest of their message. Where they become too many, the connection that has most of them is
 * ended: a phone has a few hundred for a moment, and those who flood have thousands for good.
 */
export class KeptBytes {
  readonly #kept = new Map<Keeper, number>();
  #sum = 0;

  constructor(readonly most: number) {}

  get sum(): number {
    return this.#sum;
  }

  /** Notes how many bytes are kept for a connection now. */
  set(keeper: Keeper, bytes: number): void {
    this.#sum += bytes - (this.#kept.get(keeper) ?? 0);
    if (bytes === 0) this.#kept.delete(keeper);
    else this.#kept.set(keeper, bytes);
    while (this.#sum > this.most) this.#endLargest();
  }

  #endLargest(): void {
    const [first, ...others] = this.#kept;
    if (first === undefined) return;
    const [keeper] = others.reduce((most, one) => (one[1] > most[1] ? one : most), first);
    this.set(keeper, 0);
    keeper.end();
  }
}
