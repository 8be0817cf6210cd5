import { z } from 'zod';
import { rowsOf, type Postgres, type Prepared } from './postgres.ts';

/** One node's numbers of a session. */
export interface SharedCounts {
  readonly session: string;
  /** JSON. */
  readonly counts: unknown;
  /** Another number wherever `attendees` are others. */
  readonly version: number;
  /** null where they are as they were when this version was first shared. */
  readonly attendees: readonly string[] | null;
}

/** The same of another node. */
export interface OthersCounts extends SharedCounts {
  readonly node: string;
}

/** Seconds after which a node that says nothing more counts as ended. */
const EXPIRE_SECONDS = 3;

/** Writes what this node counts, takes away what it counts no more, and reads what the others count: one round trip. */
const SHARE: Prepared = {
  name: 'plenary_share',
  text: `WITH own AS (
      SELECT * FROM json_to_recordset($2::json)
        AS entry (session text, counts json, version integer, attendees json)
    ), written AS (
      INSERT INTO node_counts (node, session, counts, version, attendees, seen)
      SELECT $1, session, counts, version, coalesce(attendees, '[]'), clock_timestamp() FROM own
      ON CONFLICT (node, session) DO UPDATE SET counts = excluded.counts, seen = excluded.seen,
        attendees = CASE WHEN excluded.version = node_counts.version THEN node_counts.attendees
          ELSE excluded.attendees END,
        version = excluded.version
    ), gone AS (
      DELETE FROM node_counts
      WHERE (node = $1 AND session NOT IN (SELECT session FROM own))
        OR (node <> $1 AND seen < clock_timestamp() - interval '1 minute')
    ), known AS (
      SELECT * FROM json_to_recordset($3::json) AS entry (node text, session text, version integer)
    )
    SELECT others.node, others.session, others.counts, others.version,
      CASE WHEN known.version IS DISTINCT FROM others.version THEN others.attendees END AS attendees
    FROM node_counts AS others JOIN own USING (session)
      LEFT JOIN known ON known.node = others.node AND known.session = others.session
    WHERE others.node <> $1 AND others.seen > clock_timestamp() - interval '${EXPIRE_SECONDS} s'`,
};

const row = z.object({
  node: z.string(),
  session: z.string(),
  counts: z.unknown(),
  version: z.number(),
  attendees: z.array(z.string()).nullable(),
});

/** Shares the numbers of this node, and resolves with those of the others. Rejects with pg's errors. */
export async function shareCounts(
  { reading, process }: Postgres,
  own: readonly SharedCounts[],
  known: readonly Pick<OthersCounts, 'node' | 'session' | 'version'>[],
): Promise<OthersCounts[]> {
  const rows = await rowsOf(reading, SHARE, [process, JSON.stringify(own), JSON.stringify(known)]);
  return rows.map((one) => row.parse(one));
}
