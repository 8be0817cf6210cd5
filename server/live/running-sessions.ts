import type { Deck } from '../../src/deck/deck.ts';
import type { Result } from '../../src/lib/result.ts';
import { showsSaved } from '../../src/session/revise.ts';
import type { EventLog, ListedSession, StorageProblem } from '../storage/event-log.ts';
import { allSessions } from '../storage/session-filter.ts';
import type { SessionRegistry } from './session-registry.ts';

const MOST = 50;

/** Lists the latest sessions of a deck, by all its names, that have not ended. */
export function runningSessions(
  log: EventLog,
  decks: readonly string[],
): Promise<Result<readonly ListedSession[], StorageProblem>> {
  return log.sessions(MOST, null, { ...allSessions, decks, state: 'running' });
}

/**
 * Finds those of some sessions that show another version of their deck than the saved one. Sessions that
 * nobody uses are not looked at: editors ask every few seconds, and each would be read from the log.
 */
export async function outdatedSessions(
  registry: SessionRegistry,
  sessions: readonly ListedSession[],
  saved: Deck,
): Promise<ListedSession[]> {
  const outdated: ListedSession[] = [];
  for (const session of sessions) {
    if (!registry.isInMemory(session.code)) continue;
    const found = await registry.find(session.code);
    // One that cannot be read can take in nothing.
    if (!found.ok || found.value === null) continue;
    if (!showsSaved(found.value.state, saved)) outdated.push(session);
  }
  return outdated;
}
