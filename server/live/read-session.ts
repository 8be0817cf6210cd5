import { failure, success, type Result } from '../../src/lib/result.ts';
import { begin, evolve } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';
import { withSmallHeap } from '../limits/small-heap.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';
import { readInSlices, unreadable } from '../storage/read-facts.ts';

/**
 * The state of a session as the log has it now; null where there is none of this code. Facts are let go as
 * soon as they have changed it: `onFacts` may keep them.
 */
export async function readSession(
  log: Pick<EventLog, 'read'>,
  code: string,
  onFacts: (facts: readonly StoredFact[]) => void = () => undefined,
): Promise<Result<SessionState | null, StorageProblem>> {
  let state: SessionState | null = null;
  const names = new Map<string, string>();
  for await (const slice of readInSlices(log, code)) {
    if (!slice.ok) return slice;
    onFacts(slice.value);
    try {
      for (const stored of slice.value) {
        if (state === null) state = begin(stored);
        else evolve(state, withOneName(stored, names));
      }
    } catch {
      return failure(unreadable);
    }
  }
  return success(state);
}

/** The same of a session that is let go at once, for its results. */
export function readInPassing(
  ...read: Parameters<typeof readSession>
): ReturnType<typeof readSession> {
  return withSmallHeap(() => readSession(...read));
}

/**
 * The fact with the same string for the same attendee: read from the log each answer has its own, which takes
 * memory, and time to compare.
 */
function withOneName(stored: StoredFact, names: Map<string, string>): StoredFact {
  const { fact } = stored;
  if (fact.type !== 'answer:given') return stored;
  const attendee = names.get(fact.attendee);
  if (attendee !== undefined) return { ...stored, fact: { ...fact, attendee } };
  names.set(fact.attendee, fact.attendee);
  return stored;
}
