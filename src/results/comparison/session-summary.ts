import type { Json } from '../../lib/json.ts';
import { leastOf } from '../../lib/least-of.ts';
import { activityContent } from '../../session/attendee-outline.ts';
import { reportStatus } from '../../session/activity-views.ts';
import {
  answeredBefore,
  isAsked,
  type ActivityState,
  type SessionState,
} from '../../session/state.ts';
import type { Hidden } from '../../session/views.ts';
import { peopleInSteps } from '../people.ts';
import { withoutSpotlight, type Report } from '../report-of.ts';
import { thresholdOf } from '../threshold.ts';
import { measure, type Measured } from './measured.ts';

/**
 * All that a comparison needs of one session: some numbers for each question, so that its answers can be let
 * go. It has pseudonyms, and stays on the server.
 */
export type SessionSummary = Pick<
  Report,
  'code' | 'title' | 'name' | 'rehearsal' | 'lang' | 'startedAt' | 'endedAt' | 'people'
> & {
  /** The name of the deck's folder. */
  readonly deck: string;
  /** Their answers among all that they were asked for, from 0 to 1; null where there are none. */
  readonly rate: number | null;
  /** Those that were asked, and earlier wordings of them with answers. */
  readonly questions: readonly QuestionSummary[];
};

/** A wording of a question in one session. */
export type QuestionSummary = {
  readonly id: string;
  readonly hash: string;
  readonly type: string;
  readonly question: string;
  /** Options of the type, without the correct answer. */
  readonly content: Json;
  /** The accent of its slide, from 1; null for the theme's own. */
  readonly accent: number | null;
  /** true: it was asked on the spot, and another one of this id has nothing to do with it. */
  readonly onTheSpot: boolean;
  readonly asked: AskedInSession;
  /** null where its type compares no numbers. */
  readonly measured: Measured | null;
  /** The attendees who answered it, the first in the order of their ids: who is in two sessions is found by these. */
  readonly sample: readonly string[];
};

/** A question as one session answered it. */
export type AskedInSession = {
  /** true: the session reworded it after these answers. */
  readonly isEarlierWording: boolean;
  /** No figure of fewer people is shown. */
  readonly threshold: number;
  /** Attendees whose answers count. */
  readonly answered: number;
  /** Their share of the session's people; null for an earlier wording, of which nobody knows who was asked. */
  readonly rate: number | null;
  /** The tally, of texts only those that the room may read; null while `hidden` gives the reason. */
  readonly tally: Json | null;
  readonly hidden: Hidden | null;
  /** null until it was revealed, and for questions of opinion. */
  readonly correctAnswer: Json | null;
};

/**
 * The fewest attendees in a sample. Two sessions that share people are found for certain while fewer than
 * these, or than the threshold, are in only one of them.
 */
const LEAST_SAMPLE = 64;

/** Summarises a session in steps, each of which takes a few milliseconds. */
export function* summariseSession(state: SessionState): Generator<undefined, SessionSummary> {
  const { code, deck, name, rehearsal, startedAt, endedAt } = state;
  const { people, asked, rate } = yield* peopleInSteps(state);
  const rates = new Map(asked.map((one) => [one.id, one.rate]));
  const current = [...state.activities.values()].filter(isAsked);
  const reworded = answeredBefore(state).filter(({ activity }) =>
    state.activities.has(activity.id),
  );
  const questions: QuestionSummary[] = [];
  for (const one of [...current, ...reworded]) {
    const isCurrent = current.includes(one);
    questions.push(
      yield* summarise(one, state, isCurrent ? (rates.get(one.activity.id) ?? null) : null),
    );
    yield;
  }
  return {
    ...{ code, deck: deck.name, title: deck.title, name, rehearsal, lang: deck.lang },
    ...{ startedAt, endedAt, people, rate, questions },
  };
}

function* summarise(
  one: ActivityState,
  state: SessionState,
  rate: number | null,
): Generator<undefined, QuestionSummary> {
  const { activity, answers } = one;
  const { id, hash, type, question, content, accent } = activityContent(activity);
  const threshold = thresholdOf(activity);
  const isEarlierWording = state.activities.get(id) !== one;
  return {
    ...{ id, hash, type, question, content, accent, onTheSpot: state.onTheSpot.has(id) },
    asked: {
      ...{ isEarlierWording, threshold, answered: answers.size, rate },
      ...shown(one, state, threshold),
    },
    measured: yield* measure(one, threshold),
    sample: leastOf(answers.keys(), Math.max(LEAST_SAMPLE, threshold)),
  };
}

/** The tally and the correct answer as the room may see them, but no part of fewer people than the threshold. */
function shown(
  one: ActivityState,
  state: SessionState,
  threshold: number,
): Pick<AskedInSession, 'tally' | 'hidden' | 'correctAnswer'> {
  const settings = { ...one.activity.settings, minAnswers: threshold };
  const careful = { ...one, activity: { ...one.activity, settings } };
  const { tally, hidden, correctAnswer } = reportStatus(careful, state);
  return { tally: withoutSpotlight(tally), hidden, correctAnswer };
}
