import { success, type Result } from '../../src/lib/result.ts';
import type { AttendanceCounts, LatestRow } from './attendance-counts.ts';
import type {
  EventLog,
  ListedSession,
  SessionPlace,
  SessionSummary,
  StorageProblem,
  TimedSession,
} from './event-log.ts';
import { findSessions } from './find-sessions.ts';
import { listParameters } from './listed-sessions.ts';
import { allSessions } from './session-filter.ts';

/** Runs a task, in turn where only one may run; a failure is that of the database. */
type Attempt = <Value>(task: () => Promise<Value>) => Promise<Result<Value, StorageProblem>>;

/** The rows of a database, as lists of sessions need them. Each throws the errors of the database. */
export interface SessionRows {
  readonly attempt: Attempt;
  /** The rows of sessions for parameters of `listParameters`. */
  readonly read: (parameters: readonly unknown[]) => Promise<readonly SessionSummary[]>;
  /** The latest fact of a session, without itself. */
  readonly last: LatestRow;
  readonly counts: Pick<AttendanceCounts, 'of'>;
}

/** The counts of a session whose facts cannot be read. */
const unreadable = { attendance: null, lastAt: null };

/** The sessions of a page with their counts: `EventLog.sessions` on a database. */
export async function listSessions(
  { attempt, read, counts }: SessionRows,
  page: Parameters<EventLog['sessions']>,
): Promise<Result<readonly ListedSession[], StorageProblem>> {
  const found = await findSessions((parameters) => attempt(() => read(parameters)), ...page);
  if (!found.ok) return found;
  const listed: ListedSession[] = [];
  // Each in a turn of its own: answers are recorded between them.
  for (const summary of found.value) {
    const counted = await attempt(() => counts.of(summary.code));
    const { attendance, lastAt } = counted.ok ? counted.value : unreadable;
    listed.push({ ...summary, attendance, lastAt });
  }
  return success(listed);
}

/** The same without counts, which take a look at each answer: `EventLog.timed` on a database. */
export async function timedSessions(
  { attempt, read, last }: SessionRows,
  limit: number,
  after: SessionPlace | null,
): Promise<Result<readonly TimedSession[], StorageProblem>> {
  const rows = await attempt(() => read(listParameters(limit, after, allSessions)));
  if (!rows.ok) return rows;
  const timed: TimedSession[] = [];
  for (const summary of rows.value) {
    const found = await attempt(() => last(summary.code));
    const at = found.ok ? found.value[0]?.['at'] : undefined;
    timed.push({ ...summary, lastAt: at === undefined ? null : Number(at) });
  }
  return success(timed);
}
