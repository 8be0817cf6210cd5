/**
 * Lets the first change out at once and gathers what follows: `publish` is called at most once in
 * each `interval` (milliseconds) for a key, and always once more after the last change.
 */
export class Pace {
  readonly #resting = new Map<string, { changed: boolean; timer: NodeJS.Timeout }>();

  constructor(
    readonly interval: number,
    readonly publish: (key: string) => void,
  ) {}

  changed(key: string): void {
    const resting = this.#resting.get(key);
    if (resting !== undefined) {
      resting.changed = true;
      return;
    }
    this.#rest(key);
    this.publish(key);
  }

  stop(): void {
    for (const { timer } of this.#resting.values()) clearTimeout(timer);
    this.#resting.clear();
  }

  #rest(key: string): void {
    const timer = setTimeout(() => {
      const resting = this.#resting.get(key);
      this.#resting.delete(key);
      if (resting?.changed === true) this.changed(key);
    }, this.interval);
    this.#resting.set(key, { changed: false, timer });
  }
}
