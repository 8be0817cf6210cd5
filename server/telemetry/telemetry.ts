import type { EventLog } from '../storage/event-log.ts';
import type { MonitoredLog } from '../storage/monitored-log.ts';
import { EventLoop } from './event-loop.ts';
import type { ServerLogger } from './logger.ts';
import { measuredLog } from './measured-log.ts';
import { Metrics } from './metrics.ts';

/** All that watches over one server, and where each thing that it sees is told. */
export class Telemetry {
  readonly metrics = new Metrics();
  readonly eventLoop: EventLoop;

  constructor(readonly logger: ServerLogger) {
    this.eventLoop = new EventLoop({
      lagged: (seconds) => this.metrics.lagged(seconds),
      overloaded: (overloaded) => logger.overloadChanged(overloaded),
    });
  }

  /** The same log; what it does is counted. */
  measured(log: EventLog): EventLog {
    return measuredLog(log, this.metrics);
  }

  /** Notes from now on when a log cannot be written, and when it can again. */
  follow(log: MonitoredLog): void {
    let before = log.problem?.name;
    log.onChange(() => {
      const { problem } = log;
      if (problem?.name === before) return;
      before = problem?.name;
      this.logger.storageChanged(problem);
    });
  }

  /** Notes something that nobody expected. */
  fault(error: unknown): void {
    this.metrics.faulted();
    this.logger.fault(error);
  }

  stop(): void {
    this.eventLoop.stop();
  }
}
