import { activityType } from '../activities/registry.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Fact } from './facts.ts';
import { enrol, hasPlayers } from './players.ts';
import { countPairs } from './shift-tally.ts';
import { evolveOptions } from './room-options.ts';
import {
  findActivity,
  freshActivity,
  hasCorrectAnswer,
  type ActivityState,
  type GivenAnswer,
  type SessionState,
} from './state.ts';
import { keepReceipt } from './receipts.ts';

type ActivityFact = Extract<Fact, { readonly activity: string }>;

/** Changes the state, in place, by one more fact about a question. `at` is when it happened. */
export function evolveActivity(
  session: SessionState,
  fact: ActivityFact,
  seq: number,
  at: number,
): void {
  const activityState = known(session, fact.activity);
  switch (fact.type) {
    case 'options:taken':
      evolveOptions(session, activityState, fact.options);
      return;
    case 'activity:opened':
      open(session, activityState, at);
      return;
    case 'activity:closed':
      closeActivity(activityState);
      return;
    case 'activity:revealed':
    case 'activity:hidden':
      activityState.revealed = fact.type === 'activity:revealed';
      return;
    case 'activity:answer-revealed':
      activityState.answerRevealed = true;
      return;
    case 'activity:answer-hidden':
      activityState.answerRevealed = false;
      return;
    case 'activity:reset':
      reset(session, activityState, at);
      return;
    case 'activity:controlled':
      activityType(activityState.activity.type).control?.apply(activityState.tally, fact.control);
      return;
    case 'answer:given':
      record(session, activityState, fact, seq, at);
      return;
    default:
      unreachable(fact);
  }
}

/** Opens a question. Starts its countdown at `at`, unless attendees answer in their own time. */
function open(session: SessionState, state: ActivityState, at: number): void {
  const { closeAfter } = state.activity.settings;
  const countsDown = !session.selfPaced || hasCorrectAnswer(state);
  state.phase = 'open';
  state.openedAt = at;
  state.closesAt = countsDown && closeAfter !== null ? at + closeAfter * 1000 : null;
}

export function closeActivity(state: ActivityState): void {
  state.phase = 'closed';
  state.closesAt = null;
}

function known(state: SessionState, id: string): ActivityState {
  const found = findActivity(state, id);
  if (found === undefined) throw new Error(`A fact names the unknown activity "${id}"`);
  return found;
}

function record(
  session: SessionState,
  state: ActivityState,
  { attendee, id, answer, round, after }: Extract<Fact, { type: 'answer:given' }>,
  seq: number,
  at: number,
): void {
  if (hasPlayers(session.deck.score)) enrol(session, attendee);
  countPairs(session, state.activity.id, attendee, -1);
  const timed = after === undefined ? {} : { after };
  const given = { id, answer, seq, at, round, ...timed };
  countAnswer(state, attendee, given);
  countPairs(session, state.activity.id, attendee, 1);
  keepReceipt(state.receipts, attendee, given);
}

/** The latest answer of each attendee counts: the one before it is taken out of the tally. */
export function countAnswer(state: ActivityState, attendee: string, given: GivenAnswer): void {
  const type = activityType(state.activity.type);
  const before = state.answers.get(attendee);
  const { tally } = state;
  if (before !== undefined) type.count(tally, before.answer, -1, attendee, given.at);
  type.count(tally, given.answer, 1, attendee, given.at);
  state.answers.set(attendee, given);
}

/**
 * Replaces a question's state by an empty one of the next round, in the same phase and with a new
 * countdown. Receipts are kept, so that a late copy is recognised.
 */
function reset(session: SessionState, before: ActivityState, at: number): void {
  // The same table: an undo may keep what was before, and thousands of receipts would be kept twice.
  const { receipts } = before;
  const fresh = { ...freshActivity(before.activity, before.round + 1), receipts };
  fresh.phase = before.phase;
  if (before.phase === 'open') open(session, fresh, at);
  session.activities.set(before.activity.id, fresh);
}
