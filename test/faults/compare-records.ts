import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { audit } from '../../server/storage/offline/audit.ts';
import { OfflineDatabase, type FactRow } from '../../server/storage/offline/offline-database.ts';
import type { AttendeeSession } from '../../src/client/sessions/attendee-session.ts';
import type { StageSession } from '../../src/client/sessions/presenting-session.ts';
import type { Json } from '../../src/lib/json.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import { stageSnapshot } from '../../src/session/project.ts';
import { report, type Results } from '../../src/session/results.ts';
import type { SessionState } from '../../src/session/state.ts';
import { expectedRows } from '../e2e/expected-rows.ts';
import type { CrowdMember } from './crowd.ts';

/** A session's log as the file has it, and the state that follows from it. */
export interface Log {
  readonly facts: readonly StoredFact[];
  readonly state: SessionState;
}

/** Reads a log from its file alone, and checks it. Nobody may write to it meanwhile. */
export async function readLog(file: string, code: string): Promise<Log> {
  const { errors, sound, state } = audit(code, await rowsOfSession(file, code));
  expect(errors, 'every fact is whole, and may follow on those before it').toEqual([]);
  if (state === null) throw new Error(`The file has no session ${code}`);
  return { facts: sound, state };
}

/** The facts as the file has them: a quick look, which checks nothing. */
export async function readFacts(file: string, code: string): Promise<Pick<Log, 'facts'>> {
  const rows = await rowsOfSession(file, code);
  return { facts: rows.map(({ seq, at, text }) => ({ seq, at, fact: JSON.parse(text) as Fact })) };
}

async function rowsOfSession(file: string, code: string): Promise<readonly FactRow[]> {
  const opened = await OfflineDatabase.open(file);
  if (!opened.ok) throw new Error(opened.error);
  const { items } = await opened.value.facts(code);
  await opened.value.close();
  return items;
}

/** Every receipt that any phone was ever given names the fact that the log has under its number. */
export function expectKept(members: readonly CrowdMember[], { facts }: Pick<Log, 'facts'>): void {
  const contradicted = members.filter(({ contradictions }) => contradictions.length > 0);
  expect(contradicted, 'phones that were given two receipts for one answer').toEqual([]);
  // Compared before they are expected: an expectation for each of 30,000 receipts takes seconds.
  const promised = members.flatMap(({ attendee, receipts }) =>
    [...receipts.values()].map(({ receipt: { activity, id, seq, at }, answer }) => ({
      promise: { attendee, activity, id, answer, seq, at },
      kept: answerAt(facts, seq),
    })),
  );
  const broken = promised.filter(({ promise, kept }) => !isDeepStrictEqual(promise, kept));
  expect(broken, 'receipts whose fact is not the answer for which they were given').toEqual([]);
}

function answerAt(facts: readonly StoredFact[], wanted: number): object | null {
  const stored = facts[wanted - 1];
  if (stored?.fact.type !== 'answer:given') return null;
  const { attendee, activity, id, answer } = stored.fact;
  return { attendee, activity, id, answer, seq: stored.seq, at: stored.at };
}

/** No answer is in the log twice. */
export function expectOnce({ facts }: Log): void {
  const given = answersOf(facts).map(
    ({ attendee, activity, id }) => `${attendee} ${activity} ${id}`,
  );
  expect(new Set(given).size).toBe(given.length);
}

/** Number of answers ever recorded. */
export function answersIn({ facts }: Pick<Log, 'facts'>): number {
  return answersOf(facts).length;
}

function answersOf(facts: readonly StoredFact[]) {
  return facts.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact] : []));
}

/** The export holds the last answer of everybody, once, and nothing else. */
export function expectExported(
  members: readonly CrowdMember[],
  exported: Results,
  { state }: Log,
): void {
  expect(exported, 'the log replayed gives the export').toEqual(report(state));
  const said = members.flatMap(({ attendee, said: own }) =>
    [...own].flatMap(([id, answer]) => rowsOf(state, attendee, id, answer)),
  );
  const rows = exported.rows.map(rowOf);
  expect(without(said, rows), 'said, and not exported').toEqual([]);
  expect(without(rows, said), 'exported, and not said').toEqual([]);
}

function rowsOf(state: SessionState, attendee: string, id: string, answer: Json): string[] {
  const activityState = state.activities.get(id);
  if (activityState === undefined) throw new Error(`There is no question ${id}`);
  return expectedRows(activityState.activity, answer).map((row) => rowOf({ attendee, ...row }));
}

type Row = Pick<Results['rows'][number], 'attendee' | 'activity' | 'value' | 'text'>;

function rowOf({ attendee, activity, value, text }: Row): string {
  return [attendee, activity, value ?? '', text].join(' | ');
}

/** The texts without the others, each taken out as often as it occurs there. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const count = new Map<string, number>();
  for (const other of others) count.set(other, (count.get(other) ?? 0) + 1);
  return texts.filter((text) => {
    const left = count.get(text) ?? 0;
    count.set(text, left - 1);
    return left <= 0;
  });
}

/** Stage and phones come to show the tallies that follow from the log, which count the answers given. */
export async function expectShown(
  members: readonly CrowdMember[],
  stage: StageSession,
  { state }: Log,
): Promise<void> {
  const { activities, position } = stageSnapshot(state);
  const counted = activities.filter(({ answered }) => answered > 0);
  const tallies = counted.map(({ id, tally }) => ({ id, tally }));
  const counts = counted.map(({ id, answered }) => ({ id, answered }));
  await expect.poll(() => tallyOf(stage.snapshot.value)).toEqual(tallies);
  expect(stage.snapshot.value?.position).toEqual(position);
  expect(stage.snapshot.value?.activities.map(({ id, answered }) => ({ id, answered }))).toEqual(
    counts,
  );
  for (const { id, tally } of tallies) {
    const said = members.flatMap(({ said: own }) => own.get(id) ?? []);
    expect(counts).toContainEqual({ id, answered: said.length });
    if (isPoll(tally)) expect(tally).toMatchObject(countPoll(said, tally.counts.length));
  }
  const right = new Map<string, Json | null>(tallies.map(({ id, tally }) => [id, tally]));
  for (const { phone, said } of members) {
    const isWrong = ({ id, tally }: Tallied): boolean =>
      said.has(id) && !isDeepStrictEqual(tally, right.get(id));
    await expect.poll(() => tallyOf(phone.snapshot.value).filter(isWrong)).toEqual([]);
  }
}

interface Tallied {
  readonly id: string;
  readonly tally: Json | null;
}

type Shown = AttendeeSession['snapshot']['value'] | StageSession['snapshot']['value'];

function tallyOf(snapshot: Shown): Tallied[] {
  return (snapshot?.activities ?? []).map(({ id, tally }) => ({ id, tally }));
}

type Poll = { readonly counts: readonly number[] };

function isPoll(tally: Json | null): tally is Poll & Json {
  return typeof tally === 'object' && tally !== null && 'counts' in tally;
}

/** Counted here a second time, one by one. */
function countPoll(said: readonly Json[], options: number) {
  const answers = said as readonly { choices: readonly number[]; other: string | null }[];
  const counts = Array.from(
    { length: options },
    (_, place) => answers.filter(({ choices }) => choices.includes(place)).length,
  );
  const other = answers.filter((answer) => answer.other !== null).length;
  return { answers: said.length, counts, other };
}
