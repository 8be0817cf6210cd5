import { isDeepStrictEqual } from 'node:util';
import { isRecord, type Json } from '../../../src/lib/json.ts';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import { mayFollowEnd } from '../../../src/session/after-end.ts';
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

const EARLIER_TEXT = 'is an answer with a text that only an earlier version recorded as it is';
// Earlier versions measured a text before they composed it, which makes it three times as long at most.
const LARGEST_GROWTH = 3;

// A clock is set right by seconds; more than a minute back is worth a word.
const CLOCK_STEP = 60_000;

/** Checks that a session's facts are whole, and that each may follow on those before it. */
export function audit(session: string, rows: readonly FactRow[]): Audit {
  const auditor = new Auditor(session);
  for (const { seq, at, text } of rows) auditor.take(seq, at, parsed(text));
  return auditor;
}

/** The same, one fact after the other. */
export class Auditor implements Audit {
  readonly errors: string[] = [];
  readonly notes: string[] = [];
  readonly sound: StoredFact[] = [];
  state: SessionState | null = null;
  #lastSeq = 0;
  #lastAt = -Infinity;

  constructor(readonly session: string) {}

  /** Takes a fact that is stored as this JSON; a failure says why it is none. */
  take(seq: number, at: number, json: Result<unknown, string>): void {
    const { errors, notes } = this;
    if (seq !== this.#lastSeq + 1) errors.push(gap(this.#lastSeq + 1, seq - 1));
    if (at < this.#lastAt - CLOCK_STEP) {
      notes.push(`fact ${seq} is ${earlier(this.#lastAt - at)}`);
    }
    [this.#lastSeq, this.#lastAt] = [seq, at];
    const fact = json.ok ? readFact(json.value) : json;
    if (!fact.ok) errors.push(`fact ${seq} ${fact.error}`);
    // Nothing follows from facts of which one is missing: only their shapes are checked.
    if (!fact.ok || errors.length > 0) return;
    const stored = { seq, at, fact: fact.value };
    const next: Result<Followed, string> = follow(this.session, this.state, stored);
    if (next.ok) {
      this.state = next.value.state;
      if (next.value.note !== null) notes.push(`fact ${seq} ${next.value.note}`);
      this.sound.push(stored);
    } else errors.push(`fact ${seq} ${next.error}`);
  }
}

function gap(from: number, to: number): string {
  return from === to
    ? `fact ${from} is missing`
    : `fact ${from} and all up to fact ${to} are missing`;
}

function earlier(milliseconds: number): string {
  return `${Math.round(milliseconds / 60_000)} min earlier than the one before: the clock was set`;
}

function parsed(text: string): Result<unknown, string> {
  try {
    return success(JSON.parse(text));
  } catch {
    return failure('is damaged: its text is no JSON');
  }
}

function readFact(stored: unknown): Result<Fact, string> {
  const fact = factSchema.safeParse(isRecord(stored) ? upgradeFact(stored) : stored);
  if (fact.success) return success(fact.data);
  const [field] = fact.error.issues[0]?.path ?? [];
  return failure(`is no fact that this version knows (${String(field ?? 'no record')})`);
}

interface Followed {
  readonly state: SessionState;
  /** An oddity of the fact. */
  readonly note: string | null;
}

/** The state with one more fact; else the reason why that fact cannot follow. */
function follow(
  session: string,
  state: SessionState | null,
  stored: StoredFact,
): Result<Followed, string> {
  try {
    if (state === null) {
      const begun = begin(stored);
      if (begun.code === session) return success({ state: begun, note: null });
      return failure(`belongs to another session, ${begun.code}`);
    }
    if (state.endedAt !== null && !mayFollowEnd(stored.fact)) {
      return failure('was recorded after the end of the session');
    }
    const problem = stored.fact.type === 'answer:given' ? objection(state, stored.fact) : null;
    const isEarlier = problem !== null && isOfEarlierText(state, stored.fact);
    if (problem !== null && !isEarlier) {
      return failure(`is an answer that the session would not have recorded (${problem})`);
    }
    evolve(state, stored);
    return success({ state, note: isEarlier ? EARLIER_TEXT : null });
  } catch (error) {
    return failure(`cannot follow on those before it: ${String(error)}`);
  }
}

/**
 * Returns true for an answer in which only a text is none that this version records: with plain
 * letters in its place, it would be recorded. The rules for texts were others in earlier versions.
 */
function isOfEarlierText(state: SessionState, fact: Fact): boolean {
  if (fact.type !== 'answer:given') return false;
  const answer = inPlainLetters(fact.answer);
  return answer !== null && objection(state, { ...fact, answer }) === null;
}

/** The value with letters in place of each text; null where a text is empty, as none ever was. */
function inPlainLetters(value: Json): Json | null {
  let isEmpty = false;
  // Sound: the value is JSON, and stays so.
  const plain = JSON.parse(JSON.stringify(value), (_, part: Json) => {
    if (typeof part !== 'string') return part;
    isEmpty ||= part === '';
    return 'x'.repeat(Math.ceil(part.length / LARGEST_GROWTH));
  }) as Json;
  return isEmpty ? null : plain;
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
