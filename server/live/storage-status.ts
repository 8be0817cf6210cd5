import type { StorageState } from '../../src/protocol/messages.ts';
import type { Presence } from './presence.ts';
import { forStage } from '../transport/socket-types.ts';
import type { LiveSession } from './live-session.ts';
import type { LogMonitor } from '../storage/log-monitor.ts';

/** The problem that keeps a session's answers from being recorded, for its stages and consoles. */
export function storageStatus(monitor: LogMonitor, code: string): StorageState {
  const problem = monitor.problemOf(code);
  return { problem: problem === null ? null : { name: problem.name, message: problem.message } };
}

/** Tells the stages and consoles of the open sessions whenever that changes. */
export function announceStorageStatus(
  monitor: LogMonitor,
  sessions: () => Iterable<readonly [LiveSession, Presence]>,
): void {
  monitor.onChange(() => {
    for (const [{ state }, presence] of sessions()) {
      const frame = forStage('storage:changed', storageStatus(monitor, state.code));
      for (const screen of presence.screens()) screen.send(frame);
    }
  });
}
