import { success, type Result } from '../../src/lib/result.ts';
import type { AttendanceCounts } from './attendance-counts.ts';
import type {
  EventLog,
  ListedSession,
  SessionPlace,
  StorageProblem,
  TimedSession,
} from './event-log.ts';
import { findSessions, type ReadRows } from './find-sessions.ts';
import { listParameters } from './listed-sessions.ts';
import { allSessions } from './session-filter.ts';
import { toSummary, type Statements } from './sqlite-statements.ts';

/** Runs a task in turn, while no transaction runs; a failure is that of the database. */
export type InTurn = <Value>(task: () => Promise<Value>) => Promise<Result<Value, StorageProblem>>;

/** The counts of a session whose facts cannot be read. */
const unreadable = { attendance: null, lastAt: null };

/** The sessions of a page with their counts: `EventLog.sessions` on SQLite. */
export async function listSessions(
  inTurn: InTurn,
  statements: Statements,
  counts: AttendanceCounts,
  page: Parameters<EventLog['sessions']>,
): Promise<Result<readonly ListedSession[], StorageProblem>> {
  const read: ReadRows = (parameters) =>
    inTurn(async () => (await statements.sessions.all(parameters)).map(toSummary));
  const found = await findSessions(read, ...page);
  if (!found.ok) return found;
  const listed: ListedSession[] = [];
  // Each in a turn of its own: answers are recorded between them.
  for (const summary of found.value) {
    const counted = await inTurn(() => counts.of(summary.code));
    const { attendance, lastAt } = counted.ok ? counted.value : unreadable;
    listed.push({ ...summary, attendance, lastAt });
  }
  return success(listed);
}

/** The same without counts, which take a look at each answer: `EventLog.timed` on SQLite. */
export async function timedSessions(
  inTurn: InTurn,
  statements: Statements,
  limit: number,
  after: SessionPlace | null,
): Promise<Result<readonly TimedSession[], StorageProblem>> {
  const rows = await inTurn(() =>
    statements.sessions.all(listParameters(limit, after, allSessions)),
  );
  if (!rows.ok) return rows;
  const timed: TimedSession[] = [];
  for (const summary of rows.value.map(toSummary)) {
    const last = await inTurn(() => statements.last.all([summary.code]));
    const at = last.ok ? last.value[0]?.['at'] : undefined;
    timed.push({ ...summary, lastAt: at === undefined ? null : Number(at) });
  }
  return success(timed);
}
