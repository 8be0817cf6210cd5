import type { Deck } from '../../src/deck/deck.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import {
  isStorageProblem,
  type EventLog,
  type SessionPlace,
  type StorageProblem,
} from '../storage/event-log.ts';
import type { SessionRegistry } from './session-registry.ts';

const AT_ONCE = 200;

/** Lists the codes of the sessions of a deck, by all its names, that have not ended. */
export async function runningSessions(
  log: EventLog,
  decks: readonly string[],
): Promise<Result<string[], StorageProblem>> {
  const codes: string[] = [];
  let after: SessionPlace | null = null;
  for (;;) {
    const listed: Awaited<ReturnType<EventLog['sessions']>> = await log.sessions(AT_ONCE, after, {
      decks,
      state: 'running',
      search: '',
      offset: 0,
    });
    if (!listed.ok) return listed;
    codes.push(...listed.value.map(codeOf));
    after = listed.value.at(-1) ?? null;
    if (listed.value.length < AT_ONCE) return success(codes);
  }
}

/** Shows a new version of a deck in the sessions with these codes. Resolves with their number. */
export async function reviseSessions(
  registry: SessionRegistry,
  codes: readonly string[],
  deck: Deck,
): Promise<Result<number, StorageProblem>> {
  let revised = 0;
  for (const code of codes) {
    const found = await registry.find(code);
    if (!found.ok) return found;
    const done = await found.value?.dispatch({ type: 'deck:revise', deck });
    if (done === undefined) continue;
    // Another reason is that it has just ended.
    if (!done.ok && isStorageProblem(done.error.name))
      return failure({ name: 'unavailable', message: done.error.message });
    revised += 1;
  }
  return success(revised);
}

function codeOf({ code }: { readonly code: string }): string {
  return code;
}
