import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import type { Shift } from '../lib/shift.ts';
import { boardOf } from './board.ts';
import type { Board } from './score-views.ts';
import { shiftOf } from './shift.ts';
import { isoTime } from './iso-time.ts';
import {
  allActivities,
  resultRows,
  statusOf,
  type ResultRow,
  type ResultStatus,
} from './result-rows.ts';
import { isAsked, type ActivityState, type SessionState } from './state.ts';
import { textId } from './text-id.ts';

/** The questions of a session and their tallies. */
export interface ResultTallies {
  readonly session: {
    readonly code: string;
    readonly deck: string;
    readonly title: string;
    /** The presenter's own name for the session; '' for none. */
    readonly name: string;
    /** true: a session that counts nowhere. */
    readonly rehearsal: boolean;
    /** The language of the deck, a BCP 47 tag. */
    readonly lang: string;
    readonly deck_hash: string;
    readonly started_at: string;
    readonly ended_at: string | null;
  };
  readonly activities: readonly ResultActivity[];
  /** All places; null where answers give no points. */
  readonly board: Board | null;
}

/** The results of a session: its tallies, and every answer that counts. */
export interface Results extends ResultTallies {
  readonly rows: readonly ResultRow[];
}

export interface ResultActivity {
  readonly id: string;
  readonly type: string;
  readonly question: string;
  readonly question_hash: string;
  readonly round: number;
  readonly status: ResultStatus;
  /** The accent of its slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  readonly content: Json;
  /** false: it was never opened, and nobody has answered it. */
  readonly asked: boolean;
  /** true: a channel, which was open for the whole talk and is on no slide. */
  readonly channel: boolean;
  /** true: it was asked on the spot, and was in no deck then. */
  readonly onTheSpot: boolean;
  /** Attendees whose answers count. */
  readonly answered: number;
  readonly tally: Json | null;
  /** The id of the earlier question that it asks again, or null. */
  readonly again: string | null;
  /** The change since then, of those who answered both; null where nothing can be compared. */
  readonly shift: Shift | null;
  /** The correct answer and its explanation; null for questions of opinion. */
  readonly correctAnswer: Json | null;
}

/** The results for the organiser, in full; answers that were reset are gone. */
export function report(state: SessionState): Results {
  const { session, activities, board } = resultTallies(state);
  return { session, activities, rows: [...resultRows(state)], board };
}

/** The results for the organiser but for the answers one by one. */
export function resultTallies(state: SessionState): ResultTallies {
  return {
    session: {
      code: state.code,
      deck: state.deck.name,
      title: state.deck.title,
      name: state.name,
      rehearsal: state.rehearsal,
      lang: state.deck.lang,
      deck_hash: state.deck.hash,
      started_at: isoTime(state.startedAt),
      ended_at: state.endedAt === null ? null : isoTime(state.endedAt),
    },
    activities: allActivities(state).map((activity) => summary(activity, state)),
    // Nothing was shown before the whole of it.
    board: boardOf({ ...state, boards: { before: null, latest: null } }, Infinity),
  };
}

function summary(activityState: ActivityState, state: SessionState): ResultActivity {
  const { activity, round, tally, answers, receipts } = activityState;
  const type = activityType(activity.type);
  const options = {
    minAnswers: 1,
    audience: 'presenter',
    answerRevealed: true,
    now: state.at,
  } as const;
  return {
    id: activity.id,
    type: activity.type,
    question: activity.question,
    question_hash: textId(activity.hash),
    round,
    status: statusOf(activityState, state),
    accent: activity.accent,
    content: activity.content,
    asked: type.channel === undefined ? isAsked(activityState) : receipts.size > 0,
    channel: type.channel !== undefined,
    onTheSpot: state.onTheSpot.has(activity.id),
    answered: answers.size,
    tally: type.show(tally, activity.content, options),
    again: activity.again ?? null,
    shift: shiftOf(state, activityState, 1),
    correctAnswer: type.correctAnswer(activity.content),
  };
}
