import { sqlText } from './sql-text.ts';
import { Damage, openToRead, storageProblem } from './sqlite.ts';

const broken =
  'What was recorded of this session can no longer be read from the disk, so nothing more is recorded. Its results must be downloaded before the server is stopped.';

/**
 * Reads a session's facts from the disk, through a connection of its own: one that has been open
 * answers from memory, and notices nothing of a file that was damaged beneath it. Throws a `Damage`
 * where they are not whole from the first to at least the fact `upTo`.
 */
export async function verifyRead(file: string, session: string, upTo: number): Promise<void> {
  try {
    await demandNone(
      file,
      `SELECT 1 FROM (SELECT ${counts} FROM facts WHERE session = ${sqlText(session)})
      WHERE whole <> last OR last < ${upTo}`,
    );
  } catch (error) {
    if (storageProblem(error).name === 'locked') throw error;
    throw new Damage(broken);
  }
}

const unreadable =
  'What was recorded can no longer be read from the disk: nothing can be recorded. Download the results of the sessions that run before the server is stopped.';

/** Reads all facts from the disk, as `verifyRead`. Throws a `Damage` where they are not whole. */
export async function verifyReadAll(file: string): Promise<void> {
  try {
    await demandNone(
      file,
      `SELECT 1 FROM (SELECT ${counts} FROM facts GROUP BY session) WHERE whole <> last`,
    );
  } catch (error) {
    if (storageProblem(error).name === 'locked') throw error;
    throw new Damage(unreadable);
  }
}

// Every page that holds a part of a text is touched.
const counts = 'count(*) FILTER (WHERE json_valid(fact)) AS whole, coalesce(max(seq), 0) AS last';

/**
 * Throws where a query finds a row, by way of a text that is no JSON. A statement that was prepared
 * would keep the connection open until the garbage is collected.
 */
async function demandNone(file: string, query: string): Promise<void> {
  const database = openToRead(file);
  try {
    await database.exec(`SELECT iif(count(*) = 0, '', json('found ' || count(*))) FROM (${query})`);
  } finally {
    database.close();
  }
}
