import type { Logger } from 'pino';
import type { SessionState } from '../../src/session/state.ts';
import type { StorageProblem } from '../storage/event-log.ts';

/** What tells a session from others without letting anybody in, as its code would. */
type Told = Pick<SessionState, 'deck' | 'startedAt'>;

/**
 * What the server writes into its log: what an operator has to know of a day, and nothing that
 * attendees said, and nothing that tells one from another. So there are no codes, addresses, tokens
 * or keys in it either, and of a fault not its words.
 */
export class ServerLogger {
  constructor(readonly logger: Logger) {}

  started(): void {
    this.logger.info('started');
  }

  stopped(): void {
    this.logger.info('stopped');
  }

  sessionStarted(session: Told): void {
    this.logger.info(named(session), 'session started');
  }

  sessionEnded(session: Told): void {
    this.logger.info(named(session), 'session ended');
  }

  /** `null` where it could not be read any more. */
  sessionDeleted(session: Told | null): void {
    this.logger.info(session === null ? {} : named(session), 'session deleted');
  }

  storageChanged(problem: StorageProblem | null): void {
    if (problem === null) this.logger.warn('storage well again');
    else this.logger.error({ problem: problem.name, meaning: problem.message }, 'storage problem');
  }

  overloadChanged(overloaded: boolean): void {
    if (overloaded) this.logger.warn('overloaded: answers are late');
    else this.logger.warn('no longer overloaded');
  }

  /** Something that nobody expected: what kind it was and where it happened. */
  fault(error: unknown): void {
    this.logger.error(kindAndPlace(error), 'fault');
  }
}

function named({ deck, startedAt }: Told) {
  return { deck: deck.name, sessionStartedAt: new Date(startedAt).toISOString() };
}

/** Not its message: JSON.parse, for one, quotes there what it could not read. */
function kindAndPlace(error: unknown) {
  if (!(error instanceof Error)) return { kind: typeof error };
  const { name, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const at = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return { kind: name, ...code, at: at.map((line) => line.trim()) };
}
