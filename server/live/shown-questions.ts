import { success, failure, type Result } from '../../src/lib/result.ts';
import { refusal, type Refusal } from '../../src/session/refusal.ts';
import type { ActivityState, SessionState } from '../../src/session/state.ts';

/** A page that says later that it shows a question is believed so far: it could wait and think. */
const LATEST_MS = 3_000;

/** The pages that have shown a question since one of its openings. */
interface Shown {
  readonly openedAt: number | null;
  readonly round: number;
  /** By attendee, in milliseconds since 1970-01-01 UTC. */
  readonly at: Map<string, number>;
}

/**
 * The times at which phones have shown questions, for points for speed. They are those of the server's
 * clock when a phone said so: its answer comes by the same way, and takes as long. Kept in memory alone.
 */
export class ShownQuestions {
  readonly #came = new Map<string, number>();
  readonly #shown = new Map<string, Shown>();

  constructor(readonly state: SessionState) {}

  /** Notes an attendee who connects. Only the first time counts: a phone could connect again to gain time. */
  came(attendee: string, now: number): void {
    if (this.#counts && !this.#came.has(attendee)) this.#came.set(attendee, now);
  }

  /** Notes that an attendee's page shows a question, for the first time. */
  shown(
    attendee: string,
    { activity: id, round }: { readonly activity: string; readonly round: number },
    now: number,
  ): Result<null, Refusal> {
    const activity = this.state.activities.get(id);
    if (activity === undefined) return failure(refusal('unknown-activity'));
    if (activity.phase !== 'open') return failure(refusal('not-open'));
    if (activity.round !== round) return failure(refusal('reset'));
    if (!this.#counts) return success(null);
    const { at } = this.#shownOf(id, activity);
    if (!at.has(attendee)) at.set(attendee, now);
    return success(null);
  }

  /** Milliseconds from when an attendee's page showed a question; undefined where speed gives no points. */
  after(attendee: string, id: string, now: number): number | undefined {
    const activity = this.state.activities.get(id);
    if (!this.#counts || activity === undefined) return undefined;
    const { openedAt } = activity;
    if (openedAt === null) return undefined;
    const earliest = Math.max(openedAt, this.#came.get(attendee) ?? 0);
    const said = this.#shownOf(id, activity).at.get(attendee) ?? earliest;
    const from = Math.min(Math.max(said, earliest), earliest + LATEST_MS);
    return Math.max(0, Math.round(now - from));
  }

  get #counts(): boolean {
    return this.state.deck.score?.speed === true;
  }

  #shownOf(id: string, { openedAt, round }: ActivityState): Shown {
    const known = this.#shown.get(id);
    if (known?.openedAt === openedAt && known.round === round) return known;
    const made: Shown = { openedAt, round, at: new Map() };
    this.#shown.set(id, made);
    return made;
  }
}
