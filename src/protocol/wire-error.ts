import { isRecord } from '../lib/json.ts';
import type { WireErrorName } from './refusals.ts';

/** Why something was refused: a name for programs, words for people. */
export interface WireError {
  readonly name: WireErrorName;
  readonly message: string;
  /** Seconds after which it is worth trying again by itself; left out where it is not. */
  readonly retryAfter?: number;
}

/** The refusal in a message of the server; null where it is none. */
export function readWireError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  // Both sides are built from one source, or one of them was told so by `version`.
  const known = { name: name as WireErrorName, message };
  return typeof retryAfter === 'number' ? { ...known, retryAfter } : known;
}
