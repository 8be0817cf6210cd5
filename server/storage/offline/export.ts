import { failure, success, type Result } from '../../../src/lib/result.ts';
import { replay } from '../../../src/session/evolve.ts';
import { report } from '../../../src/session/results.ts';
import { resultsCsv } from '../../http/results-csv.ts';
import { audit } from './audit.ts';
import type { OfflineFile } from './offline-file.ts';

export type ExportFormat = 'csv' | 'json';

/** The results of a session, as `npm run log -- export` saves them. */
export interface Exported {
  /** The very text that the running server hands out. */
  readonly text: string;
  /** The reason why something may be missing; null where it is whole. */
  readonly missing: string | null;
}

/** The results of a session, as far as its facts are sound; else why there are none. */
export async function exportSession(
  offline: OfflineFile,
  code: string,
  format: ExportFormat,
): Promise<Result<Exported, string>> {
  const { rows, broken } = await offline.facts(code);
  const { sound, wrong } = audit(code, rows);
  const state = replay(sound);
  if (state === null) {
    return failure(
      rows.length > 0 || broken
        ? `Nothing of session ${code} can be read: its first fact is damaged.`
        : `There is no session ${code} in this file.`,
    );
  }
  const results = report(state);
  const text = format === 'csv' ? resultsCsv(results.rows) : JSON.stringify(results);
  const [first] = wrong;
  const isComplete = first === undefined && !broken && offline.lost === 0;
  const why =
    first === undefined ? 'what follows cannot be read' : `fact ${first.seq} ${first.message}`;
  const missing = `Not all of session ${code}: its first ${sound.length} facts are in it; ${why}.`;
  return success({ text, missing: isComplete ? null : missing });
}
