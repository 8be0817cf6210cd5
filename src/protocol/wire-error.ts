import { isRecord } from '../lib/json.ts';
import type { WireErrorName } from './refusals.ts';

/** The reason of a refusal: a name for programs, a message for people. */
export interface WireError {
  readonly name: WireErrorName;
  readonly message: string;
  /** Seconds after which a client should retry by itself; missing if it should not. */
  readonly retryAfter?: number;
  /** A name that is free, where the one that was asked for is not. */
  readonly free?: string;
}

/** Parses a refusal of the server; null if `data` is not one. */
export function readWireError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter, free } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  // Client and server know the same names: the handshake compares their versions.
  return {
    name: name as WireErrorName,
    message,
    ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
    ...(typeof free === 'string' ? { free } : {}),
  };
}
