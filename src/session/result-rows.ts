import { pointsOf } from '../activities/question-points.ts';
import { activityType } from '../activities/registry.ts';
import type { Channel, ResultItem } from '../activities/contract.ts';
import type { Json } from '../lib/json.ts';
import { isoTime } from './iso-time.ts';
import { teamOf } from './players.ts';
import { pointsOfAnswer } from './standings.ts';
import {
  answeredBefore,
  findActivity,
  type ActivityState,
  type GivenAnswer,
  type SessionState,
} from './state.ts';
import { textId } from './text-id.ts';

/** `superseded`: the question was reworded afterwards; `withdrawn`: it was taken out of the talk. */
export type ResultStatus = 'current' | 'superseded' | 'withdrawn';

/** One line of the tidy table: one attendee, one question, one item. */
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
  readonly deck: string;
  /** The presenter's own name for the session; '' for none. */
  readonly session_name: string;
  /** ISO 8601, UTC. */
  readonly session_start: string;
  /** The number of its slide, from 1; null for a question that is on none. */
  readonly slide: number | null;
  readonly slide_title: string;
  /** `after` for a question that asks another one again, `before` for that one, '' for others. */
  readonly before_after: '' | 'before' | 'after';
}

/** The columns of the tidy table, in their order: new ones come last, for programs that count them. */
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
  'deck',
  'session_name',
  'session_start',
  'slide',
  'slide_title',
  'before_after',
] as const satisfies readonly (keyof ResultRow)[];

/** Every question and channel of a session: those of the talk first, then those with answers that are gone. */
export function allActivities(state: SessionState): readonly ActivityState[] {
  return [...state.activities.values(), ...state.channels.values(), ...answeredBefore(state)];
}

/** The rows of the tidy table, one by one, in the order of the questions, as the session is when it is called. */
export function resultRows(state: SessionState): Generator<ResultRow, undefined> {
  const questions = allActivities(state).map((asked) => ({
    same: sameInAll(asked, state),
    asked,
    // Some are read later, and answers may have come by then.
    attendees: [...asked.answers.keys()],
    answers: [...asked.answers.values()],
  }));
  return rowsOf(questions, state);
}

export function statusOf(asked: ActivityState, state: SessionState): ResultStatus {
  const current = findActivity(state, asked.activity.id);
  if (current === undefined) return 'withdrawn';
  return current === asked ? 'current' : 'superseded';
}

interface Question {
  readonly same: ReturnType<typeof sameInAll>;
  readonly asked: ActivityState;
  readonly attendees: readonly string[];
  /** The answer of each of them. */
  readonly answers: readonly GivenAnswer[];
}

function* rowsOf(
  questions: readonly Question[],
  state: SessionState,
): Generator<ResultRow, undefined> {
  for (const question of questions) {
    const { channel } = activityType(question.asked.activity.type);
    yield* channel === undefined ? answersOf(question, state) : linesOf(question, channel, state);
  }
}

function* linesOf(
  { asked, same }: Question,
  channel: Channel<unknown, Json>,
  state: SessionState,
): Generator<ResultRow, undefined> {
  for (const { at, ...item } of channel.report(asked.tally, state.at)) {
    yield rowOf(same, NOBODY, isoTime(at), item);
  }
}

function* answersOf(
  { asked, attendees, answers, same }: Question,
  state: SessionState,
): Generator<ResultRow, undefined> {
  const { content } = asked.activity;
  const type = activityType(asked.activity.type);
  for (const [place, given] of answers.entries()) {
    const attendee = attendees[place] ?? '';
    const author = {
      attendee: textId(attendee),
      correct: type.isCorrect(content, given.answer),
      points: same.status === 'current' ? pointsNow(asked, given, state) : null,
      team: teamOf(state, state.players.get(attendee)) ?? '',
    };
    const at = isoTime(given.at);
    for (const item of type.report(content, given.answer)) yield rowOf(same, author, at, item);
  }
}

type Author = Pick<ResultRow, 'attendee' | 'correct' | 'points' | 'team'>;

/** The author of a channel's line. */
const NOBODY: Author = { attendee: '', correct: null, points: null, team: '' };

/** One line, name by name: put together by spreading, a table takes six times as long. */
function rowOf(
  same: ReturnType<typeof sameInAll>,
  { attendee, correct, points, team }: Author,
  answeredAt: string,
  { item, value, choice, text }: ResultItem,
): ResultRow {
  return {
    session: same.session,
    activity: same.activity,
    type: same.type,
    question: same.question,
    question_hash: same.question_hash,
    round: same.round,
    status: same.status,
    attendee,
    item,
    value,
    choice,
    text,
    correct,
    answered_at: answeredAt,
    again: same.again,
    points,
    team,
    deck: same.deck,
    session_name: same.session_name,
    session_start: same.session_start,
    slide: same.slide,
    slide_title: same.slide_title,
    before_after: same.before_after,
  };
}

/** The columns that are the same in all rows of a question. */
function sameInAll(asked: ActivityState, state: SessionState) {
  const { activity, round } = asked;
  const slide = state.deck.slides.findIndex((one) => one.activity === activity.id);
  return {
    session: state.code,
    activity: activity.id,
    type: activity.type,
    question: activity.question,
    question_hash: textId(activity.hash),
    round,
    status: statusOf(asked, state),
    again: activity.again ?? '',
    deck: state.deck.name,
    session_name: state.name,
    session_start: isoTime(state.startedAt),
    slide: slide === -1 ? null : slide + 1,
    slide_title: state.deck.slides[slide]?.title ?? '',
    before_after: beforeOrAfter(asked, state),
  };
}

function beforeOrAfter(
  { activity }: ActivityState,
  state: SessionState,
): ResultRow['before_after'] {
  if (activity.again !== undefined) return 'after';
  const isAskedAgain = state.deck.activities.some(({ again }) => again === activity.id);
  return isAskedAgain ? 'before' : '';
}

/** The points of an answer while the correct answer is revealed; else null. */
export function pointsNow(
  { activity, answerRevealed }: ActivityState,
  given: GivenAnswer,
  { deck: { score } }: SessionState,
): number | null {
  if (score === undefined || !answerRevealed || pointsOf(activity) === 0) return null;
  return pointsOfAnswer(activity, given, score.speed);
}
