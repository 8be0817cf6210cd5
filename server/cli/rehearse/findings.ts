import type { ConsoleActivityView } from '../../../src/session/views.ts';
import type { Results } from '../../../src/session/results.ts';
import { spread, type Spread } from './statistics.ts';
import type { Attendee } from './attendee.ts';
import type { Crowd } from './crowd.ts';
import type { GivenAnswer } from './given-answer.ts';
import { type Comparison, compareAnswers } from './compare-answers.ts';
import { type Stage, stageDelays } from './stage.ts';

/** So many, by reason. */
export type Reasons = Readonly<Record<string, number>>;

/** The findings of a rehearsal. Times in milliseconds. */
export interface Findings {
  readonly attendees: number;
  readonly joined: number;
  readonly joinMs: Spread;
  /** Attempts to come in that failed before the first that did not. */
  readonly failedJoins: Reasons;
  readonly sent: number;
  readonly recorded: number;
  readonly refused: Reasons;
  /** Answers of which nobody knows whether they count. */
  readonly unanswered: number;
  readonly ackMs: Spread;
  readonly stageMs: Spread;
  /** Of those who would rather have had WebSocket: how many got it, and how many long polling. */
  readonly byWebSocket: number;
  readonly byPolling: number;
  /** The traffic of each attendee's connections. */
  readonly bytes: Average;
  readonly frames: Average;
  /** Megabits that all of them got in the busiest second. */
  readonly peakMegabits: number;
  readonly locked: number;
  readonly broken: number;
  readonly questions: number;
  /** The ids of those that nobody's answer was recorded for. */
  readonly unansweredQuestions: readonly string[];
  /** null where the results could not be had. */
  readonly results: Comparison | null;
  /** Questions whose count on the stage is not that of the results. */
  readonly wrongOnStage: number;
  /** The reason why the session could not be played to its end; null where it was. */
  readonly brokenOff: string | null;
}

export interface Average {
  readonly mean: number;
  readonly most: number;
}

/** The records of a rehearsal from which its findings are drawn. */
export interface Records {
  readonly crowd: Crowd;
  readonly stage: Stage;
  readonly questions: readonly ConsoleActivityView[];
  readonly results: Results | null;
  readonly brokenOff: string | null;
}

export function findingsOf({ crowd, stage, questions, results, brokenOff }: Records): Findings {
  const { attendees, answers } = crowd;
  const traffics = attendees.map(({ traffic }) => traffic);
  const heard = new Set(recordedOf(answers).map(({ activity }) => activity));
  return {
    attendees: attendees.length,
    ...joining(attendees),
    ...answering(answers),
    stageMs: spread(stageDelays(answers, stage.shownCounts)),
    ...transports(attendees),
    bytes: average(traffics.map(({ bytes }) => bytes)),
    frames: average(traffics.map(({ frames }) => frames)),
    peakMegabits: crowd.options.traffic.peak,
    locked: total(attendees.map(({ locked }) => locked)),
    broken: total(attendees.map(({ broken }) => broken)),
    questions: questions.length,
    unansweredQuestions: questions.map(({ id }) => id).filter((id) => !heard.has(id)),
    results: results === null ? null : compareAnswers(results, answers),
    wrongOnStage: results === null ? 0 : wrongCounts(results, stage),
    brokenOff,
  };
}

function joining(attendees: readonly Attendee[]) {
  const joinMs = attendees.flatMap(({ joinedAfter }) => joinedAfter ?? []);
  return {
    joined: joinMs.length,
    joinMs: spread(joinMs),
    failedJoins: byReason(attendees.flatMap(({ refusals }) => refusals)),
  };
}

function answering(answers: readonly GivenAnswer[]) {
  const recorded = recordedOf(answers);
  const refused = answers.flatMap(({ outcome }) => (outcome.is === 'refused' ? outcome.why : []));
  return {
    sent: answers.length,
    recorded: recorded.length,
    refused: byReason(refused),
    unanswered: answers.length - recorded.length - refused.length,
    ackMs: ackSpread(answers),
  };
}

/** The delays of receipts, of phones that were not locked meanwhile. */
export function ackSpread(answers: readonly GivenAnswer[]): Spread {
  const waited = recordedOf(answers).filter(({ wasInterrupted }) => !wasInterrupted);
  return spread(waited.flatMap(({ outcome }) => (outcome.is === 'recorded' ? outcome.after : [])));
}

function recordedOf(answers: readonly GivenAnswer[]): GivenAnswer[] {
  return answers.filter(({ outcome }) => outcome.is === 'recorded');
}

function transports(attendees: readonly Attendee[]) {
  const used = attendees.filter(({ habits }) => !habits.pollsOnly).map((one) => one.transport);
  const over = (name: string): number => used.filter((transport) => transport === name).length;
  return { byWebSocket: over('websocket'), byPolling: over('polling') };
}

/** The number of questions that the stage counts differently from the results. */
export function wrongCounts({ activities }: Results, stage: Stage): number {
  const onSlides = activities.filter(({ channel }) => !channel);
  return onSlides.filter(({ id, answered }) => stage.answered(id) !== answered).length;
}

function byReason(reasons: readonly string[]): Reasons {
  const counts: Record<string, number> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function average(values: readonly number[]): Average {
  return { mean: total(values) / Math.max(1, values.length), most: Math.max(0, ...values) };
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
