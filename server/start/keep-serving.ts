import type { OnFault } from '../telemetry/guarded.ts';

interface Process {
  on(event: 'uncaughtException' | 'unhandledRejection', listener: OnFault): unknown;
}

/**
 * Notes errors that nothing caught, and goes on. Node.js would end the process, and with it every
 * session; no session's state is at risk, for what changes it is guarded by itself (live-session.ts).
 */
export function keepServing(process: Process, onFault: OnFault): void {
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
}
