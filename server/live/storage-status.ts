import type { StorageState } from '../../src/protocol/messages.ts';
import type { Presence } from './presence.ts';
import { forStage } from '../transport/socket-types.ts';
import type { LiveSession } from './live-session.ts';
import type { MonitoredLog } from '../storage/monitored-log.ts';

/** Whether a session's answers can be recorded, for its stages and consoles. */
export function storageStatus(log: MonitoredLog, code: string): StorageState {
  const problem = log.problemOf(code);
  return { problem: problem === null ? null : { name: problem.name, message: problem.message } };
}

/** Tells the stages and consoles of these rooms whenever that changes. */
export function announceStorageStatus(
  log: MonitoredLog,
  registry: () => Iterable<readonly [LiveSession, Presence]>,
): void {
  log.onChange(() => {
    for (const [{ state }, presence] of registry()) {
      const frame = forStage('storage:changed', storageStatus(log, state.code));
      for (const screen of presence.screens()) screen.send(frame);
    }
  });
}
