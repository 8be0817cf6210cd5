import type { QuestionDelivery } from '../../src/protocol/messages.ts';
import type { WaitingAnswers } from './elsewhere.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { findActivity, type ActivityState, type SessionState } from '../../src/session/state.ts';
import { receiptOf } from '../../src/session/receipts.ts';

// A phone sends again after three seconds; a commit takes some milliseconds.
const OVERDUE_MS = 5_000;

interface Waiting {
  readonly id: string;
  /** Milliseconds, by the server's clock. */
  readonly since: number;
}

/** Attendees whose latest answer to one activity in one round is not recorded yet; the oldest first. */
interface Round {
  readonly round: number;
  readonly byAttendee: Map<string, Waiting>;
}

/**
 * The answers that have reached the server and are not recorded. Only these are kept, so an answer
 * costs the same however many there are, and a restart loses nothing that the log does not have.
 */
export class PendingAnswers {
  readonly #rounds = new Map<string, Round>();

  constructor(
    readonly state: SessionState,
    readonly now: () => number,
  ) {}

  received({ activity, attendee, id, hash, round }: AnswerCommand): void {
    const activityState = findActivity(this.state, activity);
    if (activityState?.phase !== 'open' || (round ?? activityState.round) !== activityState.round)
      return;
    if ((hash ?? activityState.activity.hash) !== activityState.activity.hash) return;
    if (receiptOf(activityState.receipts, attendee, id) !== undefined) return;
    const waiting = this.#of(activityState);
    // Deleted first, it becomes the last in the order of the map.
    waiting.delete(attendee);
    waiting.set(attendee, { id, since: this.now() });
  }

  /** Notes an answer that was recorded, or refused for good. */
  settled({ activity, attendee, id }: AnswerCommand): void {
    const waiting = this.#rounds.get(activity)?.byAttendee;
    if (waiting?.get(attendee)?.id === id) waiting.delete(attendee);
  }

  /** The answers to an activity that wait at this node. */
  waiting(activityState: ActivityState): WaitingAnswers {
    const waiting = this.#of(activityState);
    let again = 0;
    let overdue = 0;
    const overdueBefore = this.now() - OVERDUE_MS;
    for (const [attendee, { since }] of waiting) {
      if (activityState.answers.has(attendee)) again += 1;
      if (since <= overdueBefore) overdue += 1;
    }
    const { activity, round } = activityState;
    return { activity: activity.id, round, pending: waiting.size, again, overdue };
  }

  /** The waiting answers of its present round; those of an earlier round are dropped. */
  #of({ activity, round }: ActivityState): Round['byAttendee'] {
    const known = this.#rounds.get(activity.id);
    if (known?.round === round) return known.byAttendee;
    const byAttendee = new Map<string, Waiting>();
    this.#rounds.set(activity.id, { round, byAttendee });
    return byAttendee;
  }
}

/** The counts of the answers to an activity, with those that wait at each node. */
export function questionDelivery(
  { activity, answers }: ActivityState,
  waiting: readonly WaitingAnswers[],
): QuestionDelivery {
  const sum = (name: 'pending' | 'again' | 'overdue') =>
    waiting.reduce((total, one) => total + one[name], 0);
  const pending = sum('pending');
  const recorded = answers.size - sum('again');
  return {
    ...{ activity: activity.id, sent: recorded + pending, recorded, pending },
    overdue: sum('overdue'),
  };
}
