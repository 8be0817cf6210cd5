import { activityType } from '../../../src/activities/registry.ts';
import { canonicalJson, isRecord } from '../../../src/lib/json.ts';
import { begin, evolve } from '../../../src/session/evolve.ts';
import type { Fact, StoredFact } from '../../../src/session/facts.ts';
import { answerKey, type SessionState } from '../../../src/session/state.ts';
import { upgradeFact } from '../../../src/session/upgrade-fact.ts';
import { shapeProblem } from './fact-shape.ts';

/** A fact as it stands in the file. */
export interface FactRow {
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly text: string;
}

/** Something about the fact `seq` of a session, in words that go on from "fact 17 …". */
export interface Finding {
  readonly seq: number;
  readonly message: string;
}

export interface Audit {
  /** Errors, in the order of the facts. */
  readonly wrong: readonly Finding[];
  /** Oddities that lose nothing. */
  readonly odd: readonly Finding[];
  /** The facts from the first on, up to the first with which something is wrong. */
  readonly sound: readonly StoredFact[];
}

// A clock is set right by seconds; more than a minute back is worth a word.
const CLOCK_STEP = 60_000;

/** Checks that a session's facts are whole, and that each may follow on those before it. */
export function audit(session: string, rows: readonly FactRow[]): Audit {
  const wrong: Finding[] = [];
  const odd: Finding[] = [];
  const sound: StoredFact[] = [];
  let state: SessionState | null = null;
  for (const [place, row] of rows.entries()) {
    const before = rows[place - 1];
    const missing = gap(before?.seq ?? 0, row.seq);
    if (missing !== null) wrong.push(missing);
    if (before !== undefined && row.at < before.at - CLOCK_STEP) odd.push(earlier(row, before));
    const fact = factOf(row);
    if (typeof fact === 'string') wrong.push({ seq: row.seq, message: fact });
    // Nothing follows from facts of which one is missing: only their shapes are looked at.
    if (typeof fact === 'string' || wrong.length > 0) continue;
    const stored = { seq: row.seq, at: row.at, fact };
    const next: SessionState | string = follow(session, state, stored);
    if (typeof next === 'string') wrong.push({ seq: row.seq, message: next });
    else sound.push(stored);
    if (typeof next !== 'string') state = next;
  }
  return { wrong, odd, sound };
}

function gap(before: number, seq: number): Finding | null {
  const [from, to] = [before + 1, seq - 1];
  if (seq === from) return null;
  if (seq < from) return { seq, message: 'has a number that no fact has' };
  const message = from === to ? 'is missing' : `and all up to fact ${to} are missing`;
  return { seq: from, message };
}

function earlier(row: FactRow, before: FactRow): Finding {
  const minutes = Math.round((before.at - row.at) / 60_000);
  return {
    seq: row.seq,
    message: `is ${minutes} min earlier than the one before: the clock was set`,
  };
}

/** The fact in a row, or what is wrong with it. */
function factOf({ at, text }: FactRow): Fact | string {
  if (!Number.isSafeInteger(at)) return 'has no time';
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return 'is damaged: its text is no JSON';
  }
  const fact: unknown = isRecord(read) ? upgradeFact(read) : read;
  // The shape says that it is one.
  return shapeProblem(fact) ?? (fact as Fact);
}

/** The state with one more fact, or why that fact cannot follow. */
function follow(
  session: string,
  state: SessionState | null,
  stored: StoredFact,
): SessionState | string {
  const { fact } = stored;
  try {
    if (state === null) {
      const begun = begin(stored);
      return begun.code === session ? begun : `belongs to another session, ${begun.code}`;
    }
    if (state.endedAt !== null) return 'was recorded after the end of the session';
    const problem = fact.type === 'answer:given' ? misfit(state, fact) : null;
    if (problem !== null) return problem;
    evolve(state, stored);
    return state;
  } catch (error) {
    return `cannot follow on those before it: ${error instanceof Error ? error.message : 'it does not fit'}`;
  }
}

/** The rule of `decide` that an answer breaks; null where it may have been recorded so. */
function misfit(
  state: SessionState,
  { activity, hash, round, attendee, id, answer }: Extract<Fact, { type: 'answer:given' }>,
): string | null {
  const activityState = state.activities.get(activity);
  if (activityState === undefined) return `answers the unknown question "${activity}"`;
  if (activityState.phase !== 'open') return `answers "${activity}" while it is not open`;
  if (hash !== activityState.activity.hash) return `answers another wording of "${activity}"`;
  if (round !== activityState.round) return `answers another round of "${activity}"`;
  if (activityState.ids.has(answerKey(attendee, id))) return `repeats an answer to "${activity}"`;
  const checked = activityType(activityState.activity.type).check(
    activityState.activity.content,
    answer,
  );
  const fits = checked.ok && canonicalJson(checked.value) === canonicalJson(answer);
  return fits ? null : `holds an answer that does not fit "${activity}"`;
}
