import type { SessionEntry } from '../../src/protocol/http.ts';
import { attendanceOf } from '../../src/session/attendance.ts';
import type { SessionState } from '../../src/session/state.ts';
import { summaryOf } from '../live/session-summary.ts';
import type { ListedSession } from '../storage/event-log.ts';

/** A session as the HTTP interface tells of it. `base`: the server's address, without a slash at its end. */
export function describe(session: ListedSession, base: string): SessionEntry {
  const { code, deck, title, name, rehearsal, startedAt, endedAt, attendance } = session;
  return {
    ...{ code, deck, title, name, rehearsal },
    people: attendance?.people ?? null,
    answers: attendance?.answers ?? null,
    startedAt: new Date(startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    joinUrl: `${base}/j/${code}`,
    stageUrl: `${base}/s/${code}/stage`,
    consoleUrl: `${base}/s/${code}/console`,
    resultsUrl: `${base}/s/${code}/results`,
  };
}

/** The same of a session that is in memory. */
export function describeState(state: SessionState, base: string): SessionEntry {
  return describe({ ...summaryOf(state), attendance: attendanceOf(state) }, base);
}
