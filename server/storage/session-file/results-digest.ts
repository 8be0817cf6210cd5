import { createHash } from 'node:crypto';
import { resultsJson } from '../../../src/session/results-json.ts';
import type { SessionState } from '../../../src/session/state.ts';

/** The SHA-256 of a session's results as JSON, in hex. Yields '' after each piece. */
export function* resultsDigest(state: SessionState): Generator<'', string> {
  const hash = createHash('sha256');
  for (const piece of resultsJson(state)) {
    hash.update(piece);
    yield '';
  }
  return hash.digest('hex');
}
