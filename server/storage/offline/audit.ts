import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../../../src/lib/json.ts';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import { decide } from '../../../src/session/decide.ts';
import { begin, evolve } from '../../../src/session/evolve.ts';
import { factSchema, type Fact, type StoredFact } from '../../../src/session/facts.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { upgradeFact } from '../../../src/session/upgrade-fact.ts';
import type { FactRow } from './offline-database.ts';

/** The findings on a session's facts. */
export interface Audit {
  readonly errors: readonly string[];
  /** Oddities that lose nothing. */
  readonly notes: readonly string[];
  /** The facts before the first error. */
  readonly sound: readonly StoredFact[];
  /** The state that the sound facts come to; null where there are none. */
  readonly state: SessionState | null;
}

// A clock is set right by seconds; more than a minute back is worth a word.
const CLOCK_STEP = 60_000;

/** Checks that a session's facts are whole, and that each may follow on those before it. */
export function audit(session: string, rows: readonly FactRow[]): Audit {
  const errors: string[] = [];
  const notes: string[] = [];
  const sound: StoredFact[] = [];
  let state: SessionState | null = null;
  let [lastSeq, lastAt] = [0, -Infinity];
  for (const { seq, at, text } of rows) {
    if (seq !== lastSeq + 1) errors.push(gap(lastSeq + 1, seq - 1));
    if (at < lastAt - CLOCK_STEP) notes.push(`fact ${seq} is ${earlier(lastAt - at)}`);
    [lastSeq, lastAt] = [seq, at];
    const fact = readFact(text);
    if (!fact.ok) errors.push(`fact ${seq} ${fact.error}`);
    // Nothing follows from facts of which one is missing: only their shapes are checked.
    if (!fact.ok || errors.length > 0) continue;
    const stored = { seq, at, fact: fact.value };
    const next: Result<SessionState, string> = follow(session, state, stored);
    if (next.ok) {
      state = next.value;
      sound.push(stored);
    } else errors.push(`fact ${seq} ${next.error}`);
  }
  return { errors, notes, sound, state };
}

function gap(from: number, to: number): string {
  return from === to
    ? `fact ${from} is missing`
    : `fact ${from} and all up to fact ${to} are missing`;
}

function earlier(milliseconds: number): string {
  return `${Math.round(milliseconds / 60_000)} min earlier than the one before: the clock was set`;
}

function readFact(text: string): Result<Fact, string> {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return failure('is damaged: its text is no JSON');
  }
  const fact = factSchema.safeParse(isRecord(stored) ? upgradeFact(stored) : stored);
  if (fact.success) return success(fact.data);
  const [field] = fact.error.issues[0]?.path ?? [];
  return failure(`is no fact that this version knows (${String(field ?? 'no record')})`);
}

/** The state with one more fact; else the reason why that fact cannot follow. */
function follow(
  session: string,
  state: SessionState | null,
  stored: StoredFact,
): Result<SessionState, string> {
  try {
    if (state === null) {
      const begun = begin(stored);
      if (begun.code === session) return success(begun);
      return failure(`belongs to another session, ${begun.code}`);
    }
    if (state.endedAt !== null) return failure('was recorded after the end of the session');
    const problem = stored.fact.type === 'answer:given' ? objection(state, stored.fact) : null;
    if (problem !== null) {
      return failure(`is an answer that the session would not have recorded (${problem})`);
    }
    evolve(state, stored);
    return success(state);
  } catch (error) {
    return failure(`cannot follow on those before it: ${String(error)}`);
  }
}

/** The reason for which the session would have refused or changed this answer; null for none. */
function objection(
  state: SessionState,
  answer: Extract<Fact, { type: 'answer:given' }>,
): string | null {
  const decision = decide(state, { ...answer, type: 'answer:give' });
  if (!decision.ok) return decision.error.name;
  if (decision.value.length === 0) return 'repeated';
  return isDeepStrictEqual(decision.value, [answer]) ? null : 'altered';
}
