import type { StorageState } from '../src/protocol/protocol.ts';
import { group, toConsole, toStage, type PlenaryServer } from './audience.ts';
import type { WatchedLog } from './store/watched-log.ts';

/** Whether a session's answers can be recorded, for its walls and consoles. */
export function storageState(log: WatchedLog, code: string): StorageState {
  const problem = log.problemOf(code);
  return { problem: problem === null ? null : { name: problem.name, message: problem.message } };
}

/** Tells the walls and consoles of these sessions whenever that changes. */
export function announceStorage(
  io: PlenaryServer,
  log: WatchedLog,
  codes: () => Iterable<string>,
): void {
  log.onChange(() => {
    for (const code of codes()) {
      const state = storageState(log, code);
      toStage(io.to(group.of(code, 'stage')), 'storage:changed', state);
      toConsole(io.to(group.of(code, 'console')), 'storage:changed', state);
    }
  });
}
