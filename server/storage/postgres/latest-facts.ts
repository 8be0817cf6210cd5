import { rowsOf, type Postgres } from './postgres.ts';
import { statements } from './statements.ts';

/** The number of the latest fact of each of some sessions; none where a session is not there. Rejects with pg's errors. */
export async function latestFacts(
  { reading }: Postgres,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const values = [[...sessions]];
  const rows = await rowsOf<{ session: string; last: number }>(reading, statements.latest, values);
  return new Map(rows.map(({ session, last }) => [session, last]));
}
