import { activityType } from '../../../src/activities/registry.ts';
import type { ResultItem } from '../../../src/activities/contract.ts';
import { canonicalJson } from '../../../src/lib/json.ts';
import type { Results, ResultActivity } from '../../../src/session/results.ts';
import type { ResultRow } from '../../../src/session/result-rows.ts';
import {
  byAttendeeAndQuestion,
  keyOf,
  type GivenAnswer,
  type AnswerHistory,
} from './given-answer.ts';

/** The numbers of results that differ from the attendees' receipts. */
export interface Comparison {
  /** Acknowledged, and not in the results. */
  readonly lost: number;
  /** There more than once. */
  readonly doubled: number;
  /** Not the answer that was acknowledged last, or one that nobody gave. */
  readonly other: number;
}

type Finding = keyof Comparison | 'right';

/** Compares the results with all that was sent, answer by answer, in the words of the export. */
export function compareAnswers(
  { activities, rows }: Results,
  answers: readonly GivenAnswer[],
): Comparison {
  const channels = activities.filter(({ channel }) => channel);
  const isChannel = (id: string): boolean => channels.some((one) => one.id === id);
  const exported = new Map<string, ResultRow[]>();
  for (const row of rows) {
    if (isChannel(row.activity)) continue;
    const key = keyOf(row.attendee, row.activity);
    exported.set(key, [...(exported.get(key) ?? []), row]);
  }
  const said = byAttendeeAndQuestion(answers.filter(({ activity }) => !isChannel(activity)));
  const strangers = [...exported.keys()].filter((key) => !said.has(key)).length;
  const findings = [...said].map(([key, one]) =>
    isCorrect(
      one,
      activities.find(({ id, status }) => id === one.activity && status === 'current'),
      exported.get(key) ?? [],
    ),
  );
  const count = (finding: Finding): number => findings.filter((one) => one === finding).length;
  const unheard = channels.map((channel) => missing(channel, answers));
  const lost = count('lost') + unheard.reduce((sum, one) => sum + Math.max(0, one), 0);
  const more = unheard.reduce((sum, one) => sum + Math.max(0, -one), 0);
  return { lost, doubled: count('doubled'), other: count('other') + strangers + more };
}

/** Attendees whose answer to a channel has a receipt and is not counted; its rows name nobody. */
function missing({ id, answered }: ResultActivity, answers: readonly GivenAnswer[]): number {
  const own = answers.filter(({ activity }) => activity === id);
  const people = (given: readonly GivenAnswer[]): number =>
    new Set(given.map(({ attendee }) => attendee)).size;
  const recorded = people(own.filter(({ outcome }) => outcome.is === 'recorded'));
  return answered < recorded ? recorded - answered : Math.min(0, people(own) - answered);
}

function isCorrect(
  { answers }: AnswerHistory,
  activity: ResultActivity | undefined,
  rows: readonly ResultRow[],
): Finding {
  const recorded = latestRecorded(answers);
  if (rows.length === 0) return recorded === null ? 'right' : 'lost';
  // An answer under way may be recorded, its receipt lost on the way back.
  const underWay = answers.filter(({ outcome }) => outcome.is === 'under-way');
  const possible = recorded === null ? underWay : [recorded, ...underWay];
  const expected = possible.map((given) => inWords(activity, given));
  const actual = rows.map(line);
  if (expected.some((lines) => canonicalJson(lines) === canonicalJson(actual))) return 'right';
  return expected.some((lines) => actual.length > lines.length) ? 'doubled' : 'other';
}

function latestRecorded(answers: readonly GivenAnswer[]): GivenAnswer | null {
  const bySeq = answers.flatMap((given) =>
    given.outcome.is === 'recorded' ? [{ given, seq: given.outcome.seq }] : [],
  );
  return bySeq.toSorted((a, b) => a.seq - b.seq).at(-1)?.given ?? null;
}

function inWords(activity: ResultActivity | undefined, { answer }: GivenAnswer): string[] {
  if (activity === undefined) return [];
  const type = activityType(activity.type);
  const checked = type.check(activity.content, answer);
  return checked.ok ? type.report(activity.content, checked.value).map(line) : [];
}

function line({ item, value, choice, text }: ResultItem): string {
  return canonicalJson({ item, value, choice, text });
}
