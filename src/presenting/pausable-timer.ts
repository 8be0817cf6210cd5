/** A timer that waits while it is held. */
export class PausableTimer {
  #left = 0;
  #startedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;

  constructor(readonly onEnd: () => void) {}

  /** Starts it anew, for so many milliseconds. */
  start(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#left = milliseconds;
    if (!this.#isHeld) this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#left = 0;
  }

  /** Holds it, or lets it go on with the time that is left. */
  hold(isHeld: boolean): void {
    if (isHeld === this.#isHeld) return;
    this.#isHeld = isHeld;
    if (!isHeld) return this.#run();
    clearTimeout(this.#timer);
    this.#left -= performance.now() - this.#startedAt;
  }

  #run(): void {
    if (this.#left <= 0) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(() => {
      this.#left = 0;
      this.onEnd();
    }, this.#left);
  }
}
