import type { Result } from '../../src/lib/result.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';
import type { Metrics } from './metrics.ts';

/** A log whose commits and failures are counted. */
export function measuredLog(log: EventLog, metrics: Metrics): EventLog {
  const counted = async <Value>(using: Promise<Result<Value, StorageProblem>>) => {
    const used = await using;
    if (!used.ok) metrics.storageFailed(used.error.name);
    return used;
  };
  return {
    async transact(session, afterSeq, decide) {
      const from = performance.now();
      const written = await counted(log.transact(session, afterSeq, decide));
      if (written.ok && written.value.length > 0) {
        metrics.committed(written.value.length, (performance.now() - from) / 1000);
      }
      return written;
    },
    read: (session) => counted(log.read(session)),
    verifyRead: (session, upTo) => counted(log.verifyRead(session, upTo)),
    sessions: () => counted(log.sessions()),
    forget: (session) => counted(log.forget(session)),
    check: () => counted(log.check()),
    close: () => log.close(),
  };
}
