import { signal, type ReadonlySignal } from '@preact/signals';

/** The time in which a key has to be pressed again. */
const SECOND_PRESS_MS = 2_000;
/** A key that bounces comes again sooner than a finger can. */
const BOUNCE_MS = 80;

/** Tells the second press of a key that leads far from the first, which only asks for it. */
export class SecondPress<Wanted extends string> {
  readonly #asked = signal<Wanted | null>(null);
  #askedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The result of pressing the same key again in time; null for nothing. */
  get asked(): ReadonlySignal<Wanted | null> {
    return this.#asked;
  }

  /** Notes a press; true if it is the second one. */
  press(wanted: Wanted): boolean {
    const now = performance.now();
    const isAgain = this.#asked.value === wanted;
    if (isAgain && now - this.#askedAt < BOUNCE_MS) return false;
    this.forget();
    if (isAgain) return true;
    this.#asked.value = wanted;
    this.#askedAt = now;
    this.#timer = setTimeout(() => this.forget(), SECOND_PRESS_MS);
    return false;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asked.value = null;
  }
}
