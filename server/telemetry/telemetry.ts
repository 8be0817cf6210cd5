import type { SessionLog } from '../storage/event-log.ts';
import type { WatchedLog } from '../storage/monitored-log.ts';
import { EventLoop } from './event-loop.ts';
import type { Journal } from './logger.ts';
import { measuredLog } from './measured-log.ts';
import { Metrics } from './metrics.ts';

/** All that watches over one server, and where each thing that it sees is told. */
export class Watch {
  readonly metrics = new Metrics();
  readonly eventLoop: EventLoop;

  constructor(readonly journal: Journal) {
    this.eventLoop = new EventLoop({
      lagged: (seconds) => this.metrics.lagged(seconds),
      overloaded: (overloaded) => journal.overloadChanged(overloaded),
    });
  }

  /** The same log; what it does is counted. */
  measured(log: SessionLog): SessionLog {
    return measuredLog(log, this.metrics);
  }

  /** Notes from now on when a log cannot be written, and when it can again. */
  follow(log: WatchedLog): void {
    let before = log.problem?.name;
    log.onChange(() => {
      const { problem } = log;
      if (problem?.name === before) return;
      before = problem?.name;
      this.journal.storageChanged(problem);
    });
  }

  /** Notes something that nobody expected. */
  fault(error: unknown): void {
    this.metrics.faulted();
    this.journal.fault(error);
  }

  stop(): void {
    this.eventLoop.stop();
  }
}
