import type { StorageState } from '../../src/protocol/messages.ts';
import type { Attendance } from './presence.ts';
import { forConsole, forStage } from '../transport/socket-types.ts';
import { deliver } from '../transport/ws-frame.ts';
import type { Room } from './live-session.ts';
import type { WatchedLog } from '../storage/monitored-log.ts';

/** Whether a session's answers can be recorded, for its walls and consoles. */
export function storageState(log: WatchedLog, code: string): StorageState {
  const problem = log.problemOf(code);
  return { problem: problem === null ? null : { name: problem.name, message: problem.message } };
}

/** Tells the walls and consoles of these rooms whenever that changes. */
export function announceStorage(
  log: WatchedLog,
  rooms: () => Iterable<readonly [Room, Attendance]>,
): void {
  log.onChange(() => {
    for (const [{ state }, { signedInWalls, keylessWalls, consoles }] of rooms()) {
      const now = storageState(log, state.code);
      const toWall = forStage('storage:changed', now);
      for (const wall of [...signedInWalls, ...keylessWalls]) deliver(wall, toWall);
      const toConsole = forConsole('storage:changed', now);
      for (const console of consoles) deliver(console, toConsole);
    }
  });
}
