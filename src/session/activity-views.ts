import type { Audience } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { activityContent } from './attendee-outline.ts';
import { isForRoom } from './channels.ts';
import type { Shift } from '../lib/shift.ts';
import { shiftOf } from './shift.ts';
import type { ActivityState, SessionState } from './state.ts';
import { waysSoFar } from './ways.ts';
import type {
  ActivityStatus,
  ActivityView,
  ConsoleActivityView,
  Hidden,
  StageActivityView,
  TallyView,
} from './views.ts';

/** The parts of a session that the view of one of its questions needs. */
export type Asking = Pick<SessionState, 'at' | 'activities' | 'shifts'>;

type TallyShown = Pick<ActivityStatus, 'tally' | 'hidden' | 'shift'>;

/** A question as the stage sees it, and those who have answered: with its tally, once revealed. */
export function roomView(activityState: ActivityState, session: Asking): ActivityView {
  return { ...activityContent(activityState.activity), ...roomStatus(activityState, session) };
}

export function attendeeView(activityState: ActivityState, session: Asking): ActivityView {
  return { ...activityContent(activityState.activity), ...attendeeStatus(activityState, session) };
}

export function stageActivity(activityState: ActivityState, session: Asking): StageActivityView {
  const view = { ...roomView(activityState, session), answered: activityState.answers.size };
  const source = session.activities.get(view.awaits?.activity ?? '');
  if (view.awaits === undefined || source === undefined || source.phase === 'waiting') return view;
  return { ...view, awaits: { ...view.awaits, question: source.activity.question } };
}

/** The presenter sees a tally before the room does, but never one of too few answers. */
export function consoleActivity(
  activityState: ActivityState,
  session: SessionState,
): ConsoleActivityView {
  const { tally, hidden, shift: ownShift } = tallyFor(activityState, 'presenter', session);
  const ways = waysSoFar(activityState, session);
  const seen = {
    ...stageActivity(activityState, session),
    ...{ ownTally: tally, ownShift },
    ...(ways.length > 0 ? { waysSoFar: ways } : {}),
  };
  return hidden === 'fault' ? { ...seen, hidden } : seen;
}

/** The status of a question that every attendee may see: its tally only once it is closed. */
export function attendeeStatus(activityState: ActivityState, session: Asking): ActivityStatus {
  if (activityState.phase === 'closed') return roomStatus(activityState, session);
  return statusOf(
    activityState,
    nothingShown(activityState.revealed ? 'answer-first' : 'not-revealed'),
  );
}

function roomStatus(activityState: ActivityState, session: Asking): ActivityStatus {
  if (!activityState.revealed) return statusOf(activityState, nothingShown('not-revealed'));
  return statusOf(activityState, tallyFor(activityState, 'room', session));
}

/**
 * A question's status for those who read a report: as the room may see it, also where it was never
 * revealed in the talk. A channel of the presenter's own is as the presenter sees it.
 */
export function reportStatus(activityState: ActivityState, session: Asking): ActivityStatus {
  const audience = isForRoom(activityState) ? 'room' : 'presenter';
  const shown = tallyFor(activityState, audience, session);
  // The shift does not wait for the earlier tally to be revealed either.
  const { shift } = tallyFor(activityState, 'presenter', session);
  return statusOf(activityState, { ...shown, shift: shown.tally === null ? null : shift });
}

/** The changing part of `roomView`, kept small: thousands of phones get it, four times a second. */
export function roomTally(activityState: ActivityState, session: Asking): TallyView {
  const { id } = activityState.activity;
  if (!activityState.revealed) return { id, tally: null, hidden: 'not-revealed' };
  const { tally, hidden, shift } = tallyFor(activityState, 'room', session);
  if (hidden !== null) return { id, tally, hidden };
  return { id, tally, ...(shift === null ? {} : { shift }) };
}

function statusOf(
  { activity, phase, revealed, round, closesAt, answerRevealed }: ActivityState,
  shown: TallyShown,
): ActivityStatus {
  const correctAnswer = answerRevealed
    ? activityType(activity.type).correctAnswer(activity.content)
    : null;
  return { round, phase, revealed, ...shown, closesAt, correctAnswer };
}

function nothingShown(hidden: Hidden): TallyShown {
  return { tally: null, hidden, shift: null };
}

/** A type whose `show` throws costs the tally of this activity, and no other part of a snapshot. */
function tallyFor(activityState: ActivityState, audience: Audience, session: Asking): TallyShown {
  try {
    const tally = show(activityState, audience, session);
    if (tally === null) return nothingShown('too-few');
    return { tally, hidden: null, shift: shiftFor(activityState, audience, session) };
  } catch {
    return nothingShown('fault');
  }
}

function show(activityState: ActivityState, audience: Audience, { at }: Asking): Json | null {
  const { activity, tally, answerRevealed } = activityState;
  const { minAnswers } = activity.settings;
  const options = { minAnswers, audience, answerRevealed, now: at };
  return activityType(activity.type).show(tally, activity.content, options);
}

/**
 * The shift as an audience may see it. The room reads the earlier tally in it: that has to be revealed.
 * Of both questions the more careful `minAnswers` counts.
 */
function shiftFor(activityState: ActivityState, audience: Audience, session: Asking): Shift | null {
  const { again, settings } = activityState.activity;
  const before = session.activities.get(again ?? '');
  if (before === undefined || (audience === 'room' && !before.revealed)) return null;
  const fewest = Math.max(settings.minAnswers, before.activity.settings.minAnswers);
  return shiftOf(session, activityState, fewest);
}

/** The error for which a tally is hidden as a `fault`; null where there is none any more. */
export function tallyFault(
  activityState: ActivityState,
  session: Asking,
): { readonly error: unknown } | null {
  try {
    show(activityState, 'room', session);
    show(activityState, 'presenter', session);
    return null;
  } catch (error) {
    return { error };
  }
}
