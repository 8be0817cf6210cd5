import { failure, success, type Result } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from './event-log.ts';

type Opened = Result<EventLog, StorageProblem>;

/**
 * A log that could not be opened yet: whatever is asked of it opens it first, if it can be opened by
 * then, so that a server that met a full disk or a damaged file at its start needs no restart.
 */
export function reopeningLog(open: () => Promise<Opened>): EventLog {
  let log: EventLog | null = null;
  let opening: Promise<Opened> | null = null;
  const opened = async (): Promise<Opened> => {
    if (log !== null) return success(log);
    opening ??= open().finally(() => (opening = null));
    const found = await opening;
    if (found.ok) log = found.value;
    return found;
  };
  const activityState = async <Value>(
    ask: (log: EventLog) => Promise<Result<Value, StorageProblem>>,
  ): Promise<Result<Value, StorageProblem>> => {
    const found = await opened();
    return found.ok ? ask(found.value) : failure(found.error);
  };
  return {
    transact: (session, afterSeq, decide) =>
      activityState((found) => found.transact(session, afterSeq, decide)),
    read: (session) => activityState((found) => found.read(session)),
    sessions: () => activityState((found) => found.sessions()),
    forget: (session) => activityState((found) => found.forget(session)),
    verifyRead: (session, upTo) => activityState((found) => found.verifyRead(session, upTo)),
    check: () => activityState((found) => found.check()),
    async close() {
      await opening;
      await log?.close();
    },
  };
}
