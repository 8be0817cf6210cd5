import type { SessionLog } from '../store/session-log.ts';
import { EventLoop } from './event-loop.ts';
import type { Journal } from './journal.ts';
import { Metrics } from './metrics.ts';
import { StorageWatch } from './storage-watch.ts';

/** All that watches over one server, and where each thing that it sees is told. */
export class Watch {
  readonly metrics = new Metrics();
  readonly storage: StorageWatch;
  readonly eventLoop: EventLoop;

  constructor(
    log: SessionLog,
    readonly journal: Journal,
    onStorageChanged: () => void,
  ) {
    this.storage = new StorageWatch(log, {
      committed: (facts, seconds) => this.metrics.committed(facts, seconds),
      failed: ({ name }) => this.metrics.storageFailed(name),
      changed: (problem) => {
        journal.storageChanged(problem);
        onStorageChanged();
      },
    });
    this.eventLoop = new EventLoop({
      lagged: (seconds) => this.metrics.lagged(seconds),
      overloaded: (overloaded) => journal.overloadChanged(overloaded),
    });
  }

  /** Notes something that nobody expected. */
  fault(error: unknown): void {
    this.metrics.faulted();
    this.journal.fault(error);
  }

  stop(): void {
    this.storage.stop();
    this.eventLoop.stop();
  }
}
