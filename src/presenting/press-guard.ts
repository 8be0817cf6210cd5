import { signal, type ReadonlySignal } from '@preact/signals';

/** After any press: a clicker's button bounces, and a double click is seldom meant. */
const BETWEEN_PRESSES_MS = 300;
/** After a question opened: the press was meant for the slide, and its repetition would close it. */
const AFTER_OPENING_MS = 1_500;

/** Tells presses that are meant from those that come too soon after something else. */
export class PressGuard {
  readonly #resting = signal(false);
  #restsUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** true while a press does nothing. */
  get resting(): ReadonlySignal<boolean> {
    return this.#resting;
  }

  /** Notes a press; true if it counts. */
  press(): boolean {
    const counts = !this.#resting.value;
    this.#restFor(BETWEEN_PRESSES_MS);
    return counts;
  }

  /** Notes that the question on the slide has opened. */
  opened(): void {
    this.#restFor(AFTER_OPENING_MS);
  }

  #restFor(milliseconds: number): void {
    const now = performance.now();
    this.#restsUntil = Math.max(this.#restsUntil, now + milliseconds);
    this.#resting.value = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#resting.value = false), this.#restsUntil - now);
  }
}

/** Ignores a key that is held down: on a button, too, each repetition would be a press. */
export function ignoreRepeatedKey(event: KeyboardEvent): void {
  if (!event.repeat) return;
  const { target } = event;
  if (target instanceof Element && target.closest('button, a[href], summary') !== null) {
    event.preventDefault();
  }
}
