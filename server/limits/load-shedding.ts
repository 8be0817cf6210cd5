import type { WireError } from '../../src/protocol/wire-error.ts';

// For the database, decks, pages that are being loaded, and those who are told to wait.
const KEPT_FREE = 200;
/** Past this the ones who are in would notice each newcomer. */
const LATE_MS = 250;
const ASK_AGAIN_SECONDS = 3;

/** How much the server carries now. */
export interface Load {
  /** Connections that are open. */
  readonly connections: () => number;
  /** How late the event loop is, in milliseconds. */
  readonly late: () => number;
  /** How many connections it can have at all. */
  readonly maxConnections: number;
}

const noRoom: WireError = {
  name: 'no-room',
  message: 'The server is full at the moment. You join automatically as soon as there is space.',
  retryAfter: ASK_AGAIN_SECONDS,
};

/**
 * Why an attendee has to wait outside, or null. A server that took everybody would soon serve
 * nobody: whoever is in keeps their place, and who waits asks again, each after a wait of their own.
 */
export function loadSheddingError(load: Load): WireError | null {
  const isFull = load.connections() > load.maxConnections;
  return isFull || load.late() > LATE_MS ? noRoom : null;
}

/** How many connections a process may have: its limit of open files stands in Node.js's report. */
export function maxConnections(report: unknown): number {
  const limit = openFiles(report);
  return Number.isFinite(limit) ? Math.max(1, limit - KEPT_FREE) : Infinity;
}

/** The soft limit in a report of Node.js; Infinity where there is none. */
function openFiles(report: unknown): number {
  const limits = member(report, 'userLimits');
  const soft = member(member(limits, 'open_files'), 'soft');
  return typeof soft === 'number' ? soft : Infinity;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
