import { waitAfter, waitAtLeast } from './waits.ts';

/** When a page that is not connected tries again. One try is due at most. */
export class ComingBack {
  #failures = 0;
  #due: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly tryAgain: () => void) {}

  /** The connection was lost, or could not be made. */
  soon(): void {
    this.#in(waitAfter(this.#failures));
    this.#failures += 1;
  }

  /** The server named the seconds after which it is worth trying. */
  after(seconds: number): void {
    this.#in(waitAtLeast(seconds));
  }

  /** Nothing is due: it is connected, or tries just now. What has failed before counts no more. */
  forget(): void {
    if (this.#due !== null) clearTimeout(this.#due);
    this.#due = null;
    this.#failures = 0;
  }

  #in(milliseconds: number): void {
    // A connection that breaks while it is made is reported twice.
    if (this.#due !== null) return;
    this.#due = setTimeout(() => {
      this.#due = null;
      this.tryAgain();
    }, milliseconds);
  }
}
