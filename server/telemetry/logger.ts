import type { Logger } from 'pino';
import type { SessionSummary, StorageProblem } from '../storage/event-log.ts';

/** The parts of a session that identify it in the log without letting anybody in, as its code would. */
type LoggedSession = Pick<SessionSummary, 'deck' | 'startedAt'>;

/**
 * The server's log for its operator. It holds nothing that attendees said and nothing that tells one
 * from another: no codes, addresses, tokens or keys, and no message of an error.
 */
export class ServerLogger {
  constructor(readonly logger: Logger) {}

  started(): void {
    this.logger.info('started');
  }

  stopped(): void {
    this.logger.info('stopped');
  }

  sessionStarted(session: LoggedSession): void {
    this.logger.info(describe(session), 'session started');
  }

  sessionEnded(session: LoggedSession): void {
    this.logger.info(describe(session), 'session ended');
  }

  sessionReopened(session: LoggedSession): void {
    this.logger.info(describe(session), 'session reopened');
  }

  /** `session` is null where it could not be read any more; `keep`: it was kept as long as it was to be. */
  sessionDeleted(session: LoggedSession | null, cause: 'request' | 'keep'): void {
    this.logger.info({ ...(session && describe(session)), cause }, 'session deleted');
  }

  storageChanged(problem: StorageProblem | null): void {
    if (problem === null) this.logger.warn('storage well again');
    else this.logger.error({ problem: problem.name, meaning: problem.message }, 'storage problem');
  }

  overloadChanged(overloaded: boolean): void {
    if (overloaded) this.logger.warn('overloaded: answers are late');
    else this.logger.warn('no longer overloaded');
  }

  /** Logs an error that nobody expected: its kind and its stack. */
  fault(error: unknown): void {
    this.logger.error(kindAndPlace(error), 'fault');
  }
}

function describe({ deck, startedAt }: LoggedSession) {
  return { deck, sessionStartedAt: new Date(startedAt).toISOString() };
}

/** Leaves out the message: that of JSON.parse, for one, quotes its input. */
function kindAndPlace(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: name, ...code, at: at.map((line) => line.trim()) };
}
