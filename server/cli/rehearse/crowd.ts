import { Attendee, type AttendeeOptions } from './attendee.ts';
import type { GivenAnswer } from './given-answer.ts';
import { until } from './pacing.ts';

// A phone that got no receipt waits 6 s, then sends once more: after this, something is wrong.
const TIMEOUT_MS = 20_000;

/** All attendees of a rehearsal. */
export class Crowd {
  readonly attendees: readonly Attendee[];
  readonly #late: Attendee[];

  constructor(
    count: number,
    readonly options: AttendeeOptions,
  ) {
    this.attendees = Array.from({ length: count }, (_, place) => new Attendee(place, options));
    this.#late = this.attendees.filter(({ habits }) => habits.comesLate);
  }

  /** Those who come in time come evenly within so many seconds; resolves once they are in, or not. */
  async arrive(within: number): Promise<void> {
    const inTime = this.attendees.filter(({ habits }) => !habits.comesLate);
    const coming = inTime.map(async (attendee, place) => {
      await this.options.wait((within * place) / inTime.length);
      attendee.join();
    });
    await Promise.all(coming);
    await until(() => inTime.every(({ joinedAfter }) => joinedAfter !== null), TIMEOUT_MS);
  }

  /** Some who are late come in: all of them have once this was called with 1. */
  admitLate(share: number): void {
    const most = Math.ceil(share * this.#late.length);
    for (const attendee of this.#late.slice(0, most)) if (!attendee.hasStarted) attendee.join();
  }

  /** Resolves once nobody who is there has anything more to do with a question, or in vain. */
  async answer(activity: string, thinking: number): Promise<void> {
    const done = (): boolean => this.attendees.every((attendee) => attendee.isDoneWith(activity));
    await until(done, 2 * this.options.secondMs * thinking + TIMEOUT_MS);
  }

  /** Resolves once everybody is in and knows of each answer what became of it, or in vain. */
  async settle(): Promise<void> {
    const isSettled = ({ joinedAfter, isSettled: settled }: Attendee): boolean =>
      joinedAfter !== null && settled;
    await until(() => this.attendees.every(isSettled), TIMEOUT_MS);
  }

  get joined(): number {
    return this.attendees.filter(({ joinedAfter }) => joinedAfter !== null).length;
  }

  get late(): number {
    return this.#late.length;
  }

  get answers(): GivenAnswer[] {
    return this.attendees.flatMap(({ outbox }) => outbox.answers);
  }

  leave(): void {
    for (const attendee of this.attendees) attendee.leave();
  }
}
