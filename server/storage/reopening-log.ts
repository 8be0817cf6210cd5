import { success, type Result } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from './event-log.ts';
import { observeLog } from './observe-log.ts';

type Opened = Result<EventLog, StorageProblem>;

/**
 * A log that could not be opened yet: each call tries again until it is open, so that a server that
 * met a full disk or a damaged file at its start needs no restart.
 */
export function reopeningLog(open: () => Promise<Opened>): EventLog {
  let log: EventLog | null = null;
  let opening: Promise<Opened> | null = null;
  return observeLog(
    {
      async open() {
        if (log !== null) return success(log);
        opening ??= open().finally(() => (opening = null));
        const opened = await opening;
        if (opened.ok) log = opened.value;
        return opened;
      },
      async close() {
        await opening;
        await log?.close();
      },
    },
    {},
  );
}
