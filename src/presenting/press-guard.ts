import { signal, type ReadonlySignal } from '@preact/signals';

/** After any press: a clicker's button bounces, and a double click is seldom meant. */
const BETWEEN_PRESSES_MS = 300;
/** After a question opened: the press was meant for the slide, and its repetition would close it. */
const AFTER_OPENING_MS = 1_500;
/** Most rests are over sooner: buttons that looked disabled for less would seem to flicker. */
const QUIET_MS = 400;

/** Tells presses that are meant from those that come too soon after something else. */
export class PressGuard {
  readonly #resting = signal(false);
  readonly #refusing = signal(false);
  #restsSince = 0;
  #restsUntil = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** true while a press does nothing. */
  get resting(): ReadonlySignal<boolean> {
    return this.#resting;
  }

  /** true once somebody has pressed in a long rest, until it is over. */
  get refusing(): ReadonlySignal<boolean> {
    return this.#refusing;
  }

  /** Notes a press; true if it counts. */
  press(): boolean {
    const counts = !this.#resting.value;
    if (!counts && performance.now() - this.#restsSince >= QUIET_MS) this.#refusing.value = true;
    this.#restFor(BETWEEN_PRESSES_MS);
    return counts;
  }

  /** Notes that the question on the slide has opened. */
  opened(): void {
    this.#restFor(AFTER_OPENING_MS);
  }

  #restFor(milliseconds: number): void {
    const now = performance.now();
    if (!this.#resting.value) this.#restsSince = now;
    this.#restsUntil = Math.max(this.#restsUntil, now + milliseconds);
    this.#resting.value = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#wake(), this.#restsUntil - now);
  }

  #wake(): void {
    this.#resting.value = false;
    this.#refusing.value = false;
  }
}

/**
 * The attributes of a button that rests: it looks as ever, until somebody presses it in a long rest.
 *
 * @param isOff true where it can do nothing for another reason, and shows that
 */
export function restOf({ resting, refusing }: PressGuard, isOff = false) {
  const rests = resting.value;
  const isQuiet = rests && !refusing.value && !isOff;
  return { 'aria-disabled': rests || isOff, 'data-quiet': isQuiet || null };
}

/** Ignores a key that is held down: on a button, too, each repetition would be a press. */
export function ignoreRepeatedKey(event: KeyboardEvent): void {
  if (!event.repeat) return;
  const { target } = event;
  if (target instanceof Element && target.closest('button, a[href], summary') !== null) {
    event.preventDefault();
  }
}
