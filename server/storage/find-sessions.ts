import { success, type Result } from '../../src/lib/result.ts';
import { giveWay } from '../limits/give-way.ts';
import type { SessionPlace, SessionSummary, StorageProblem } from './event-log.ts';
import { listParameters } from './listed-sessions.ts';
import type { SessionFilter } from './session-filter.ts';
import { searchFor } from './session-search.ts';

/** Reads the rows of sessions for parameters of `listParameters`. */
type ReadRows = (
  parameters: readonly unknown[],
) => Promise<Result<readonly SessionSummary[], StorageProblem>>;

/** Makes texts of so many rows in a few milliseconds. */
const SLICE = 250;

/**
 * Finds the latest sessions behind a place that fit a filter. In slices, between which others have their
 * turns: a search may have to read all rows.
 */
export async function findSessions(
  read: ReadRows,
  limit: number,
  after: SessionPlace | null,
  filter: SessionFilter,
): Promise<Result<readonly SessionSummary[], StorageProblem>> {
  const fits = searchFor(filter);
  const slice = filter.search === '' ? limit : SLICE;
  const found: SessionSummary[] = [];
  for (let place = after; ;) {
    const rows = await read(listParameters(slice, place, filter));
    if (!rows.ok) return rows;
    found.push(...rows.value.filter(fits));
    const last = rows.value.at(-1);
    // One with a damaged code may be its own next one.
    const isEnd = rows.value.length < slice || last === undefined || last.code === place?.code;
    if (isEnd || found.length >= limit) return success(found.slice(0, limit));
    place = last;
    await giveWay();
  }
}
