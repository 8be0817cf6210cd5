import { failure, success, type Result } from '../../src/lib/result.ts';
import type { SessionState } from '../../src/session/state.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';
import { replayInSlices } from './replay-in-slices.ts';

/** The state of a session as the log has it now; null where there is none of this code. */
export async function readSession(
  log: EventLog,
  code: string,
): Promise<Result<SessionState | null, StorageProblem>> {
  const read = await log.read(code);
  if (!read.ok) return read;
  const state = await replayInSlices(read.value);
  return state === 'unreadable' ? failure(unreadable) : success(state);
}

const unreadable: StorageProblem = {
  name: 'damaged',
  message:
    'The log of this session cannot be read: it is damaged, or another version of Plenary wrote it. `npm run log -- verify` says what is wrong.',
};
