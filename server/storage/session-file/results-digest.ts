import { createHash } from 'node:crypto';
import { resultsJson } from '../../../src/session/results-json.ts';
import type { SessionState } from '../../../src/session/state.ts';

/** The SHA-256 of a session's results as JSON, in hex. */
export function resultsDigest(state: SessionState): string {
  const hash = createHash('sha256');
  for (const piece of resultsJson(state)) hash.update(piece);
  return hash.digest('hex');
}
