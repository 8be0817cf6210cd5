import { signal, type ReadonlySignal } from '@preact/signals';

/** The time in which a key has to be pressed again. */
const SECOND_PRESS_MS = 2_000;

/** Tells the second press of a key that leads far from the first, which only asks for it. */
export class SecondPress<Wanted extends string> {
  readonly #asked = signal<Wanted | null>(null);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The result of pressing the same key again in time; null for nothing. */
  get asked(): ReadonlySignal<Wanted | null> {
    return this.#asked;
  }

  /** Notes a press; true if it is the second one. */
  press(wanted: Wanted): boolean {
    const isSecond = this.#asked.value === wanted;
    this.forget();
    if (isSecond) return true;
    this.#asked.value = wanted;
    this.#timer = setTimeout(() => this.forget(), SECOND_PRESS_MS);
    return false;
  }

  forget(): void {
    clearTimeout(this.#timer);
    this.#asked.value = null;
  }
}
