import type { ActivityView, AttendeeSnapshot } from '../../../session/views.ts';

type Seen = Pick<AttendeeSnapshot, 'slide' | 'withdrawn'> & {
  readonly activities: readonly Pick<ActivityView, 'id' | 'question'>[];
};

/** Knows the questions that a page has shown, and tells of one that is taken out of the talk. */
export class WithdrawnNotice {
  /** The words of the questions that were shown, by id. */
  readonly #shown = new Map<string, string>();
  /** The slide at which the page told of a question, by id. */
  readonly #toldAt = new Map<string, number | null>();

  /** The words of a shown question that was taken out of the talk; null once the talk moves on, and for none. */
  next({ activities, withdrawn = [], slide }: Seen): string | null {
    for (const { id, question } of activities) {
      this.#shown.set(id, question);
      this.#toldAt.delete(id);
    }
    const id = withdrawn.findLast((one) => this.#shown.has(one));
    if (id === undefined) return null;
    const at = slide?.number ?? null;
    if (!this.#toldAt.has(id)) this.#toldAt.set(id, at);
    if (this.#toldAt.get(id) !== at) this.#shown.delete(id);
    return this.#shown.get(id) ?? null;
  }
}
