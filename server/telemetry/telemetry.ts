import type { EventLog } from '../storage/event-log.ts';
import type { LogMonitor } from '../storage/log-monitor.ts';
import { observeLog } from '../storage/observe-log.ts';
import { EventLoop } from './event-loop.ts';
import type { ServerLogger } from './logger.ts';
import { Metrics } from './metrics.ts';

/** The metrics and the logger of one server, and the events that reach them. */
export class Telemetry {
  readonly metrics = new Metrics();
  readonly eventLoop: EventLoop;

  constructor(readonly logger: ServerLogger) {
    this.eventLoop = new EventLoop({
      lagged: (seconds) => this.metrics.lagged(seconds),
      overloaded: (overloaded) => logger.overloadChanged(overloaded),
    });
  }

  /** The same log, whose commits and failures are counted. */
  measured(log: EventLog): EventLog {
    return observeLog(log, {
      after: (_call, { problem, facts, seconds }) => {
        if (problem !== null) this.metrics.storageFailed(problem.name);
        if (facts.length > 0) this.metrics.committed(facts.length, seconds);
      },
    });
  }

  /** Logs from now on when a log cannot be written, and when it can again. */
  follow(monitor: LogMonitor): void {
    let before = monitor.problem?.name;
    monitor.onChange(() => {
      const { problem } = monitor;
      if (problem?.name === before) return;
      before = problem?.name;
      this.logger.storageChanged(problem);
    });
  }

  /** Notes an error that nobody expected. */
  readonly fault = (error: unknown): void => {
    this.metrics.faulted();
    this.logger.fault(error);
  };

  stop(): void {
    this.eventLoop.stop();
  }
}
