import { isRecord } from '../../src/lib/json.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

// For the database, decks, pages that are being loaded, and connections that are refused.
const RESERVED_FILES = 200;
// Fewer do not make a machine late: something else does, and newcomers would wait for nothing.
const CROWD = 100;
const RETRY_SECONDS = 3;

/** The load of the process now. */
export interface Load {
  /** The number of open connections. */
  readonly connections: () => number;
  /** True while everything has been late for some seconds. */
  readonly isLate: () => boolean;
  /** The number of connections that the process can have. */
  readonly maxConnections: number;
}

const noRoom: WireError = {
  name: 'no-room',
  message: 'The server is full at the moment. You join automatically as soon as there is space.',
  retryAfter: RETRY_SECONDS,
};

/**
 * The reason that an attendee has to wait, or null. A server that took everybody would soon serve
 * nobody: those who have joined keep their place, and the others try again, each after its own wait.
 */
export function loadSheddingError(load: Load): WireError | null {
  const connections = load.connections();
  const isFull = connections > load.maxConnections;
  return isFull || (connections > CROWD && load.isLate()) ? noRoom : null;
}

/** The number of connections that a process may have, by the limit of open files in Node.js's report. */
export function maxConnections(report: unknown): number {
  const limit = openFiles(report);
  return Number.isFinite(limit) ? Math.max(1, limit - RESERVED_FILES) : Infinity;
}

/** The soft limit of open files; Infinity where there is none. */
function openFiles(report: unknown): number {
  const limits = isRecord(report) ? report['userLimits'] : null;
  const files = isRecord(limits) ? limits['open_files'] : null;
  const soft = isRecord(files) ? files['soft'] : null;
  return typeof soft === 'number' ? soft : Infinity;
}
