import { pointsOf } from '../activities/question-points.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import type { Shift } from '../lib/shift.ts';
import { boardOf } from './board.ts';
import { teamOf } from './players.ts';
import type { Board } from './score-views.ts';
import { shiftOf } from './shift.ts';
import { pointsOfAnswer } from './standings.ts';
import {
  answeredBefore,
  findActivity,
  type ActivityState,
  type GivenAnswer,
  type SessionState,
} from './state.ts';

/** `superseded`: the question was reworded afterwards; `withdrawn`: it was taken out of the talk. */
export type ResultStatus = 'current' | 'superseded' | 'withdrawn';

/** One line of an export: one attendee, one question, one item. */
export interface ResultRow {
  readonly session: string;
  readonly activity: string;
  readonly type: string;
  readonly question: string;
  /** The content hash of the question as it was answered. */
  readonly question_hash: string;
  readonly round: number;
  readonly status: ResultStatus;
  /** Means nothing outside the session. */
  readonly attendee: string;
  readonly item: string;
  readonly value: number | null;
  readonly choice: string;
  readonly text: string;
  /** true for a correct answer, false for a wrong one; null for questions of opinion. */
  readonly correct: boolean | null;
  /** ISO 8601, UTC. */
  readonly answered_at: string;
  /** The id of the earlier question that this one asks again; '' for others. */
  readonly again: string;
  /** The points of the answer, the same in all its rows; null where it gives none by now. */
  readonly points: number | null;
  /** The attendee's team; '' without one. */
  readonly team: string;
}

/** The results of a session: its questions, their tallies, and every answer that counts. */
export interface Results {
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
  readonly rows: readonly ResultRow[];
  /** All places; null where answers give no points. */
  readonly board: Board | null;
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

/** The columns of the tidy table, in their order. */
export const resultColumns = [
  'session',
  'activity',
  'type',
  'question',
  'question_hash',
  'round',
  'status',
  'attendee',
  'item',
  'value',
  'choice',
  'text',
  'correct',
  'answered_at',
  'again',
  'points',
  'team',
] as const satisfies readonly (keyof ResultRow)[];

/** The results for the organiser, in full; answers that were reset are gone. */
export function report(state: SessionState): Results {
  const channels = [...state.channels.values()];
  const all = [...state.activities.values(), ...channels, ...answeredBefore(state)];
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
    activities: all.map((activity) => summary(activity, state)),
    rows: all.flatMap((activity) => rows(activity, state)),
    // Nothing was shown before the whole of it.
    board: boardOf({ ...state, boards: { before: null, latest: null } }, Infinity),
  };
}

function statusOf(activityState: ActivityState, state: SessionState): ResultStatus {
  const current = findActivity(state, activityState.activity.id);
  if (current === undefined) return 'withdrawn';
  return current === activityState ? 'current' : 'superseded';
}

function summary(activityState: ActivityState, state: SessionState): ResultActivity {
  const { activity, round, tally, answers, ids, phase } = activityState;
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
    question_hash: activity.hash,
    round,
    status: statusOf(activityState, state),
    accent: activity.accent,
    content: activity.content,
    asked: type.channel === undefined ? phase !== 'waiting' || ids.size > 0 : ids.size > 0,
    channel: type.channel !== undefined,
    onTheSpot: state.onTheSpot.has(activity.id),
    answered: answers.size,
    tally: type.show(tally, activity.content, options),
    again: activity.again ?? null,
    shift: shiftOf(state, activityState, 1),
    correctAnswer: type.correctAnswer(activity.content),
  };
}

function rows(activityState: ActivityState, state: SessionState): ResultRow[] {
  const { activity, round, answers, tally } = activityState;
  const status = statusOf(activityState, state);
  const type = activityType(activity.type);
  const common = {
    session: state.code,
    activity: activity.id,
    type: activity.type,
    question: activity.question,
    question_hash: activity.hash,
    round,
    status,
  };
  const again = activity.again ?? '';
  if (type.channel !== undefined) {
    return type.channel.report(tally, state.at).map(({ at, ...line }) => ({
      ...{ ...common, attendee: '', correct: null },
      ...{ ...line, answered_at: isoTime(at), again, points: null, team: '' },
    }));
  }
  return [...answers].flatMap(([attendee, given]) =>
    type.report(activity.content, given.answer).map((item) => ({
      ...common,
      attendee,
      ...item,
      correct: type.isCorrect(activity.content, given.answer),
      answered_at: isoTime(given.at),
      again,
      points: status === 'current' ? pointsNow(activityState, given, state) : null,
      team: teamOf(state, state.players.get(attendee)) ?? '',
    })),
  );
}

/** The points of an answer while the correct answer is revealed; else null. */
function pointsNow(
  { activity, answerRevealed }: ActivityState,
  given: GivenAnswer,
  { deck: { score } }: SessionState,
): number | null {
  if (score === undefined || !answerRevealed || pointsOf(activity) === 0) return null;
  return pointsOfAnswer(activity, given, score.speed);
}

/** A moment that came in as data, in milliseconds since 1970-01-01 UTC, as ISO 8601. */
function isoTime(at: number): string {
  // Reads no clock: it only spells the moment that it is given.
  // oxlint-disable-next-line no-restricted-globals
  return new Date(at).toISOString();
}
