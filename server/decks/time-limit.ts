import { createContext, Script } from 'node:vm';
import { isRecord } from '../../src/lib/json.ts';
import type { TimeLimit } from '../../src/deck/render/highlight.ts';

// One context for all: to make one takes milliseconds.
const globals = { work: (): void => {} };
const context = createContext(globals);
const script = new Script('work()');

/** A limit of so many milliseconds. It ends even a regular expression, which nothing else can. */
export function within(milliseconds: number): TimeLimit {
  return <T>(work: () => T): T | null => {
    let result: T | null = null;
    globals.work = () => {
      result = work();
    };
    try {
      script.runInContext(context, { timeout: milliseconds });
    } catch (error) {
      if (!isTimeout(error)) throw error;
    }
    return result;
  };
}

// The error may be of the script's own context, and no instance of this one's classes.
function isTimeout(error: unknown): boolean {
  return isRecord(error) && error['code'] === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
