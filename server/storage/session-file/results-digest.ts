import { createHash } from 'node:crypto';
import { report } from '../../../src/session/results.ts';
import type { SessionState } from '../../../src/session/state.ts';

/** The SHA-256 of a session's results as JSON, in hex. */
export function resultsDigest(state: SessionState): string {
  return createHash('sha256')
    .update(JSON.stringify(report(state)))
    .digest('hex');
}
