import { failure, success, type Result } from '../../src/lib/result.ts';
import type { SessionState } from '../../src/session/state.ts';
import { isDue } from '../../src/session/retention.ts';
import { randomText } from '../auth/random.ts';
import { finishInTurns } from '../limits/in-turns.ts';
import type { EventLog } from '../storage/event-log.ts';
import { readSessionFile, type BroughtSession } from '../storage/session-file/read-session-file.ts';
import { resultsDigest } from '../storage/session-file/results-digest.ts';
import {
  fileFailure,
  type SessionFileProblem,
} from '../storage/session-file/session-file-problem.ts';
import type { SessionRegistry } from './session-registry.ts';

interface BringDeps {
  readonly log: EventLog;
  readonly registry: SessionRegistry;
  readonly keepDays: number | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

/** Brings a session in from its file, as it was recorded elsewhere. Nothing is changed where it is refused. */
export async function bringSession(
  bytes: Buffer,
  deps: BringDeps,
): Promise<Result<BroughtSession, SessionFileProblem>> {
  const read = await readSessionFile(bytes, randomText(32), deps.now());
  if (!read.ok) return read;
  const { facts, state } = read.value;
  const { code, endedAt, at, deck } = state;
  const kept = { endedAt, lastAt: at, keepDays: deck.keepDays ?? null };
  if (isDue(kept, deps.keepDays, deps.now())) {
    return fileFailure(
      'kept-no-longer',
      'This session is older than sessions are kept here: it would be deleted at once. Its deck or KEEP of this server says so.',
    );
  }
  const brought = await deps.log.bring(code, facts);
  if (!brought.ok) return brought;
  return brought.value ? success(read.value) : refuseTaken(read.value, deps);
}

async function refuseTaken(
  { state }: BroughtSession,
  { registry }: BringDeps,
): Promise<Result<never, SessionFileProblem>> {
  const there = await registry.find(state.code);
  if (!there.ok) return failure(there.error);
  const digestOf = (one: SessionState) => finishInTurns(resultsDigest(one));
  const digest = there.value === null ? '' : await digestOf(there.value.state);
  if (digest === (await digestOf(state))) {
    return fileFailure('already-here', 'This session is here already, with the same results.');
  }
  return fileFailure(
    'code-taken',
    `There is another session with the code ${state.code} here. Delete that one first, to bring this one in.`,
  );
}
