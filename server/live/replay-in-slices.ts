import { begin, evolve } from '../../src/session/evolve.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { SessionState } from '../../src/session/state.ts';

// So many facts take a millisecond.
const SLICE = 100;

/**
 * The state after these facts; `unreadable` where one is missing, or this version does not know it.
 * In slices, between which other sessions have their turns.
 */
export async function replayInSlices(
  facts: readonly StoredFact[],
): Promise<SessionState | null | 'unreadable'> {
  if (facts.some(({ seq }, index) => seq !== index + 1)) return 'unreadable';
  let state: SessionState | null = null;
  try {
    for (const [index, stored] of facts.entries()) {
      if (state === null) state = begin(stored);
      else evolve(state, stored);
      if (index % SLICE === SLICE - 1) await new Promise((later) => setImmediate(later));
    }
    return state;
  } catch {
    return 'unreadable';
  }
}
