import { isRecord } from '../lib/json.ts';
import type { WireErrorName } from './refusals.ts';

/** The reason of a refusal: a name for programs, a message for people. */
export interface WireError {
  readonly name: WireErrorName;
  readonly message: string;
  /** Seconds after which a client should retry by itself; missing if it should not. */
  readonly retryAfter?: number;
}

/** Parses a refusal of the server; null if `data` is not one. */
export function readWireError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  // Client and server know the same names: the handshake compares their versions.
  const known = { name: name as WireErrorName, message };
  return typeof retryAfter === 'number' ? { ...known, retryAfter } : known;
}
