import { createHash } from 'node:crypto';
import { success, type Result } from '../../../src/lib/result.ts';
import type { StoredFact } from '../../../src/session/facts.ts';
import type { SessionState } from '../../../src/session/state.ts';
import { portableFacts, type PortableFact } from './portable-facts.ts';
import { resultsDigest } from './results-digest.ts';
import type { SessionFileProblem } from './session-file-problem.ts';

/** The first line of a session's file. */
export const FIRST_LINE = '{"format":"plenary-session","version":1,"facts":[';

/** Facts that are written together. */
const SLICE = 200;

/**
 * A session as a file for another server, in parts, some of them empty: JSON with one fact a line. Its last line has the SHA-256 of
 * its results, and that of all of the file before `"sha256"`. `state` is that of the facts.
 */
export function sessionFile(
  facts: readonly StoredFact[],
  state: SessionState,
): Result<Generator<string>, SessionFileProblem> {
  const portable = portableFacts(facts);
  return portable.ok ? success(parts(portable.value, state)) : portable;
}

function* parts(facts: Iterable<PortableFact>, state: SessionState): Generator<string> {
  const hash = createHash('sha256');
  const hashed = (text: string): string => {
    hash.update(text);
    return text;
  };
  yield hashed(FIRST_LINE);
  let lines: string[] = [];
  let mark = '\n';
  for (const fact of facts) {
    lines.push(JSON.stringify(fact));
    if (lines.length < SLICE) continue;
    yield hashed(mark + lines.join(',\n'));
    lines = [];
    mark = ',\n';
  }
  if (lines.length > 0) yield hashed(mark + lines.join(',\n'));
  const results = yield* resultsDigest(state);
  yield hashed(`\n],"results_sha256":"${results}",`);
  yield `"sha256":"${hash.digest('hex')}"}\n`;
}
