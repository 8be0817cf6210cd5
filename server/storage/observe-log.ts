import { failure, success, type Result } from '../../src/lib/result.ts';
import type { StoredFact } from '../../src/session/facts.ts';
import type { EventLog, StorageProblem } from './event-log.ts';

type Opened = Result<EventLog, StorageProblem>;

/** A log that is opened when it is first needed. */
export interface LogSource {
  open(): Promise<Opened>;
  close(): Promise<void>;
}

/** One call to a log. `upTo` is the number of the latest fact that the caller knows. */
export type LogCall =
  | { readonly name: 'transact' | 'verifyRead'; readonly session: string; readonly upTo: number }
  | { readonly name: 'read' | 'bring' | 'forget'; readonly session: string }
  | { readonly name: 'sessions' | 'timed' | 'lastGiven' | 'survey' | 'check' };

export interface LogOutcome {
  readonly problem: StorageProblem | null;
  /** Facts that a transaction has made durable; none in other calls. */
  readonly facts: readonly StoredFact[];
  readonly seconds: number;
}

type MaybeProblem = StorageProblem | null | undefined | void;

interface LogHooks {
  /** A problem refuses the call before the log is asked. */
  readonly before?: (call: LogCall) => MaybeProblem | Promise<MaybeProblem>;
  /** A problem replaces the outcome. */
  readonly after?: (call: LogCall, outcome: LogOutcome) => MaybeProblem;
  readonly closing?: () => void;
}

type Observed = <Value>(
  call: LogCall,
  ask: (log: EventLog) => Promise<Result<Value, StorageProblem>>,
  factsOf?: (value: Value) => readonly StoredFact[],
) => Promise<Result<Value, StorageProblem>>;

/** Makes one call to a log, with the hooks before and after it. */
function observer(source: EventLog | LogSource, hooks: LogHooks): Observed {
  const open = 'open' in source ? () => source.open() : async () => success(source);
  return async (call, ask, factsOf = () => []) => {
    const refused = await hooks.before?.(call);
    if (refused) return failure(refused);
    const from = performance.now();
    const opened = await open();
    const result = opened.ok ? await ask(opened.value) : opened;
    const replaced = hooks.after?.(call, {
      problem: result.ok ? null : result.error,
      facts: result.ok ? factsOf(result.value) : [],
      seconds: (performance.now() - from) / 1000,
    });
    return replaced ? failure(replaced) : result;
  };
}

/** The same log, with hooks before and after each call. */
export function observeLog(source: EventLog | LogSource, hooks: LogHooks): EventLog {
  const observed = observer(source, hooks);
  return {
    transact: (session, upTo, decide) =>
      observed(
        { name: 'transact', session, upTo },
        (log) => log.transact(session, upTo, decide),
        (facts) => facts,
      ),
    read: (session, ...page) =>
      observed({ name: 'read', session }, (log) => log.read(session, ...page)),
    sessions: (...page) => observed({ name: 'sessions' }, (log) => log.sessions(...page)),
    timed: (...page) => observed({ name: 'timed' }, (log) => log.timed(...page)),
    lastGiven: () => observed({ name: 'lastGiven' }, (log) => log.lastGiven()),
    bring: (session, facts) =>
      observed({ name: 'bring', session }, (log) => log.bring(session, facts)),
    forget: (session) => observed({ name: 'forget', session }, (log) => log.forget(session)),
    verifyRead: (session, upTo) =>
      observed({ name: 'verifyRead', session, upTo }, (log) => log.verifyRead(session, upTo)),
    survey: () => observed({ name: 'survey' }, (log) => log.survey()),
    check: () => observed({ name: 'check' }, (log) => log.check()),
    close() {
      hooks.closing?.();
      return source.close();
    },
  };
}
