import { success, type Result } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from './event-log.ts';
import { observeLog } from './observe-log.ts';

type Opened = Result<EventLog, StorageProblem>;

/**
 * A log that is opened when it is first needed: each call tries again until it is open, so that a
 * server that met a full disk or a damaged file at its start needs no restart. SQLite opens a file
 * that may not be written to for reading, for good: it is opened anew at each check until it may.
 */
export function reopeningLog(open: () => Promise<Opened>): EventLog {
  let log: EventLog | null = null;
  let opening: Promise<Opened> | null = null;
  let isReadOnly = false;
  const openAnew = async (): Promise<void> => {
    const opened = await open();
    const [old, next] = [log, opened.ok ? opened.value : null];
    const checked = await next?.check();
    if (checked?.ok === true) {
      log = next;
      isReadOnly = false;
      await old?.close();
    } else await next?.close();
  };
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
    {
      async before({ name }) {
        if (name === 'check' && isReadOnly && log !== null) await openAnew();
      },
      after(_, { problem }) {
        if (problem?.name === 'read-only') isReadOnly = true;
      },
    },
  );
}
