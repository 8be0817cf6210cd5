import { activityType } from '../activities/registry.ts';
import { isRecord, type Json } from '../lib/json.ts';
import type { Shift } from '../lib/shift.ts';
import { reportStatus } from '../session/activity-views.ts';
import { activityContent } from '../session/attendee-outline.ts';
import { boardSeen } from '../session/board.ts';
import { peopleOf, percentOf } from './people.ts';
import type { Board } from '../session/score-views.ts';
import type { Hidden } from '../session/views.ts';
import {
  answeredBefore,
  findActivity,
  isAsked,
  type ActivityState,
  type SessionState,
} from '../session/state.ts';

/** A session for people who were not there: no group, text or name that its room could not have read. */
export interface Report {
  readonly code: string;
  /** The title of the deck. */
  readonly title: string;
  /** The presenter's own name for the session; '' for none. */
  readonly name: string;
  readonly rehearsal: boolean;
  /** The language of the deck, a BCP 47 tag. */
  readonly lang: string;
  /** Milliseconds since 1970-01-01 UTC, as is the next. */
  readonly startedAt: number;
  /** null while the session runs. */
  readonly endedAt: number | null;
  /** Attendees with at least one answer that counts. */
  readonly people: number;
  /** Their answers among all that they were asked for, in percent; null where there are none. */
  readonly rate: number | null;
  /** Those that were asked, in the order of the deck; earlier wordings last. */
  readonly questions: readonly ReportedQuestion[];
  /** The number of questions that were taken out of the talk, and are not in the report. */
  readonly withdrawn: number;
  readonly channels: readonly ReportedQuestion[];
  /** The places that the room has seen; null where it saw none. */
  readonly board: Board | null;
}

/** A question, or a channel, and its result as far as it may be shown. */
export interface ReportedQuestion {
  readonly id: string;
  readonly type: string;
  readonly round: number;
  readonly question: string;
  /** The accent of its slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  /** Options of the type, without the correct answer. */
  readonly content: Json;
  /** true: the question was reworded after these answers. */
  readonly isEarlierWording: boolean;
  /** Attendees whose answers count. */
  readonly answered: number;
  /** null while `hidden` gives the reason. */
  readonly tally: Json | null;
  readonly hidden: Hidden | null;
  /** The number of answers below which the tally is hidden. */
  readonly minAnswers: number;
  /** null until it was revealed, and for questions of opinion. */
  readonly correctAnswer: Json | null;
  /** The id of the earlier question that it asks again, or null. */
  readonly again: string | null;
  /** The change since then; null where there is nothing to compare, or too little. */
  readonly shift: Shift | null;
}

/** Of fewer people than this the pace is hidden: a deck gives a channel no number of its own. */
const LEAST_ON_PACE = 5;

/** The report on a session as it is now. */
export function reportOf(state: SessionState): Report {
  const earlier = answeredBefore(state);
  const current = [...state.activities.values()].filter(isAsked);
  const reworded = earlier.filter(({ activity }) => state.activities.has(activity.id));
  const { people, rate } = peopleOf(state);
  const { code, deck, name, rehearsal, startedAt, endedAt } = state;
  return {
    ...{ code, title: deck.title, name, rehearsal, lang: deck.lang, startedAt, endedAt },
    people,
    rate: percentOf(rate),
    questions: [
      ...current.map((one) => reported(one, state)),
      ...reworded.map((one) => ({ ...reported(one, state), isEarlierWording: true })),
    ],
    withdrawn: earlier.filter(({ activity }) => findActivity(state, activity.id) === undefined)
      .length,
    channels: [...state.channels.values()]
      .filter(({ receipts }) => receipts.size > 0)
      .map((one) => reported(one, state)),
    // Nothing was shown before it: a report has no places gained.
    board: boardSeen({ ...state, boards: { before: null, latest: null } }),
  };
}

function reported(one: ActivityState, state: SessionState): ReportedQuestion {
  const { activity, round, answers } = one;
  const { id, type, question, accent, content, minAnswers } = activityContent(activity);
  const isHeardByPresenter = activityType(type).channel?.audience === 'presenter';
  const least = isHeardByPresenter ? LEAST_ON_PACE : minAnswers;
  const { tally, hidden, shift, correctAnswer } = reportStatus(one, state);
  const isTooFew = hidden === null && answers.size < least;
  return {
    ...{ id, type, round, question, accent, content, correctAnswer },
    isEarlierWording: false,
    answered: answers.size,
    tally: isTooFew ? null : withoutSpotlight(tally),
    hidden: isTooFew ? 'too-few' : hidden,
    minAnswers: least,
    again: activity.again ?? null,
    shift: isTooFew ? null : shift,
  };
}

/** A tally with all its texts: where one is spotlit, the stage draws that alone. */
export function withoutSpotlight(tally: Json | null): Json | null {
  if (!isRecord(tally)) return tally;
  const { spotlight: _, ...rest } = tally as Readonly<Record<string, Json>>;
  return rest;
}
