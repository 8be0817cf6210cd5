import { createHash } from 'node:crypto';
import { z } from 'zod';
import { success, type Result } from '../../../src/lib/result.ts';
import { evolve } from '../../../src/session/evolve.ts';
import type { StoredFact } from '../../../src/session/facts.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { giveWay } from '../../limits/give-way.ts';
import { finishInTurns } from '../../limits/in-turns.ts';
import { Auditor } from '../offline/audit.ts';
import { jsonCost } from './json-cost.ts';
import { plainDeck } from './plain-deck.ts';
import { resultsDigest } from './results-digest.ts';
import { fileFailure, type SessionFileProblem } from './session-file-problem.ts';
import { FIRST_LINE } from './write-session-file.ts';

/** A session from a file, which has ended. */
export interface BroughtSession {
  readonly facts: readonly StoredFact[];
  readonly state: SessionState;
  /** True if this version of Plenary counts the same results as that which wrote the file. */
  readonly sameResults: boolean;
}

/** Far more than a session has: a hostile file could take all memory with fewer bytes. */
const MOST_VALUES = 8_000_000;
const DEEPEST = 64;

/** No clock is further ahead of another. Milliseconds. */
const DAY_MS = 24 * 60 * 60 * 1000;

/** Facts that are checked before others have their turns. */
const SLICE = 100;

const LAST_LINE = /\n\],"results_sha256":"([\da-f]{64})","sha256":"([\da-f]{64})"\}\n$/;
const LAST_LINE_BYTES = 2 + `],"results_sha256":"","sha256":""}`.length + 128;
/** The bytes of the last line that the digest of the whole file does not cover. */
const DIGEST_BYTES = `"sha256":""}\n`.length + 64;

const line = z.strictObject({
  ...{ seq: z.number().int(), at: z.number().int().min(0) },
  fact: z.looseObject({ type: z.string() }),
});

class Unfit extends Error {}

/**
 * Reads the file of a session, and checks it: its digest, each fact, and that each may follow on those before
 * it. `secret` becomes the session's own; `now` in milliseconds since 1970-01-01 UTC.
 */
export async function readSessionFile(
  bytes: Buffer,
  secret: string,
  now: number,
): Promise<Result<BroughtSession, SessionFileProblem>> {
  if (!bytes.subarray(0, FIRST_LINE.length).equals(Buffer.from(FIRST_LINE))) {
    return fileFailure(
      'not-a-session',
      'This is no session that this version of Plenary knows. Choose a file that “Save the session” has made.',
    );
  }
  const [, results = null, sha256] =
    LAST_LINE.exec(bytes.subarray(-LAST_LINE_BYTES).toString('latin1')) ?? [];
  if (results === null) return damaged('Its end is missing.');
  const digest = createHash('sha256').update(bytes.subarray(0, -DIGEST_BYTES)).digest('hex');
  if (digest !== sha256) return damaged('Something in it was changed.');
  const lines = bytes.subarray(FIRST_LINE.length + 1, -LAST_LINE_BYTES);
  try {
    const { sound, state } = await audited(lines, secret, now + DAY_MS);
    const sameResults = (await finishInTurns(resultsDigest(state))) === results;
    return success({ facts: ended(sound, state), state, sameResults });
  } catch (error) {
    // What no version wrote may break anything.
    return damaged(error instanceof Unfit ? error.message : 'It is no session that can be read.');
  }
}

function damaged(reason: string): Result<never, SessionFileProblem> {
  return fileFailure('damaged-file', `This file is damaged: it cannot be brought in. ${reason}`);
}

/** Throws `Unfit` where a fact is none, or cannot follow on those before it. */
async function audited(
  lines: Buffer,
  secret: string,
  latest: number,
): Promise<{ readonly sound: readonly StoredFact[]; readonly state: SessionState }> {
  let auditor: Auditor | null = null;
  let [values, from, number] = [0, 0, 0];
  while (from < lines.length) {
    const end = lines.indexOf(0x0a, from);
    const isLast = end === -1;
    // Each line but the last ends with a comma.
    const text = lines.subarray(from, isLast ? undefined : end - 1);
    const cost = jsonCost(text);
    values += cost.values;
    if (values > MOST_VALUES || cost.depth > DEEPEST) throw new Unfit('It is too large.');
    const { seq, at, fact } = line.parse(JSON.parse(text.toString()));
    if (at > latest) throw new Unfit(`Fact ${seq} is of a day to come.`);
    auditor ??= new Auditor(codeOf(fact));
    auditor.take(seq, at, success(settled(fact, secret)));
    const [error] = auditor.errors;
    if (error !== undefined) throw new Unfit(`${error}.`.replace(/^f/, 'F'));
    from = isLast ? lines.length : end + 1;
    number += 1;
    if (number % SLICE === 0) await giveWay();
  }
  const { sound = [], state = null } = auditor ?? {};
  if (state === null) throw new Unfit('There is nothing in it.');
  return { sound, state };
}

function codeOf(fact: Readonly<Record<string, unknown>>): string {
  const { code } = fact;
  if (typeof code === 'string' && /^\d{6}$/.test(code)) return code;
  throw new Unfit('It does not begin with a session’s code.');
}

/** A fact as this server keeps it: with a secret of its own, and without the drawings of slides. */
function settled(fact: Readonly<Record<string, unknown>>, secret: string): object {
  const isStart = fact['type'] === 'session:started';
  if (isStart && 'secret' in fact) throw new Unfit('It has a secret.');
  if (!('deck' in fact)) return fact;
  const deck = plainDeck(fact['deck']);
  if (deck === null) throw new Unfit('Its deck cannot be read.');
  return { ...fact, deck, ...(isStart ? { secret } : {}) };
}

/** The facts with the end of the session, at its latest moment, where it had not ended. */
function ended(facts: readonly StoredFact[], state: SessionState): readonly StoredFact[] {
  if (state.endedAt !== null) return facts;
  const end: StoredFact = { seq: state.seq + 1, at: state.at, fact: { type: 'session:ended' } };
  evolve(state, end);
  return [...facts, end];
}
