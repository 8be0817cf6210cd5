import type { StoredFact } from '../../src/session/facts.ts';
import type { EventLog, SessionPlace, SessionSummary } from './event-log.ts';
import { readFacts } from './read-facts.ts';

/** The outcome for one session. */
export interface CopiedSession {
  readonly code: string;
  readonly title: string;
  /** The number of facts in the source; null where they cannot be read. */
  readonly facts: number | null;
  readonly isSame: boolean;
  /** The outcome for people. */
  readonly words: string;
}

/** Rows of sessions that are asked for at once. */
const PAGE = 100;

/**
 * Copies sessions, latest first, and compares each with its source afterwards: all, or the one of a
 * code. Throws with words where the sessions cannot be listed.
 */
export async function* copySessions(
  from: EventLog,
  to: EventLog,
  only: string | undefined,
): AsyncGenerator<CopiedSession, undefined> {
  for (let after: SessionPlace | null = null; ;) {
    const page: Awaited<ReturnType<EventLog['timed']>> = await from.timed(PAGE, after);
    if (!page.ok) throw new Error(page.error.message);
    for (const session of page.value) {
      if (only === undefined || session.code === only) yield await copySession(from, to, session);
    }
    after = page.value.at(-1) ?? null;
    if (page.value.length < PAGE) return;
  }
}

async function copySession(
  from: EventLog,
  to: EventLog,
  { code, title }: SessionSummary,
): Promise<CopiedSession> {
  const read = await readFacts(from, code);
  if (!read.ok || read.value.length === 0) {
    const words = read.ok ? 'it has no facts' : read.error.message;
    return { code, title, facts: null, isSame: false, words: `NOT copied: ${words}` };
  }
  const facts = read.value;
  const told = (isSame: boolean, words: string) => ({
    ...{ code, title, facts: facts.length, isSame, words },
  });
  const brought = await to.bring(code, facts);
  if (!brought.ok) return told(false, `NOT copied: ${brought.error.message}`);
  const back = await readFacts(to, code);
  if (!back.ok) return told(false, `NOT the same: ${back.error.message}`);
  const different = firstDifference(facts, back.value);
  if (different === null) return told(true, brought.value ? 'copied' : 'already there, the same');
  if (brought.value) return told(false, `NOT the same: fact ${different} differs`);
  return told(false, 'NOT copied: there is another session with this code');
}

/** The number of the first fact that is not the same in both; null for none. */
function firstDifference(
  some: readonly StoredFact[],
  others: readonly StoredFact[],
): number | null {
  const length = Math.max(some.length, others.length);
  for (let index = 0; index < length; index += 1) {
    if (JSON.stringify(some[index]) !== JSON.stringify(others[index])) return index + 1;
  }
  return null;
}
