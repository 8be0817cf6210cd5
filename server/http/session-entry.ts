import type { SessionEntry } from '../../src/protocol/http.ts';
import { attendanceOf } from '../../src/session/attendance.ts';
import { keptUntil } from '../../src/session/retention.ts';
import type { SessionState } from '../../src/session/state.ts';
import { summaryOf } from '../live/session-summary.ts';
import type { ListedSession } from '../storage/event-log.ts';

/**
 * A session as the HTTP interface tells of it. `base`: the server's address, without a slash at its end.
 * `serverDays`: the days for which the server keeps all sessions, or null.
 */
export function describe(
  session: ListedSession,
  base: string,
  serverDays: number | null,
): SessionEntry {
  const { code, deck, title, name, rehearsal, startedAt, endedAt, attendance } = session;
  const until = keptUntil(session, serverDays);
  return {
    ...{ code, deck, title, name, rehearsal },
    people: attendance?.people ?? null,
    answers: attendance?.answers ?? null,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    keptUntil: until === null ? null : new Date(until).toISOString(),
    joinUrl: `${base}/j/${code}`,
    stageUrl: `${base}/s/${code}/stage`,
    consoleUrl: `${base}/s/${code}/console`,
    resultsUrl: `${base}/s/${code}/results`,
  };
}

/** The same of a session that is in memory. */
export function describeState(
  state: SessionState,
  base: string,
  serverDays: number | null,
): SessionEntry {
  const { at: lastAt } = state;
  return describe(
    { ...summaryOf(state), lastAt, attendance: attendanceOf(state) },
    base,
    serverDays,
  );
}
