import { Damage, openToRead, storageProblem } from './sqlite.ts';

const broken =
  'What was recorded of this session can no longer be read from the disk, so nothing more is recorded. Its results must be downloaded before the server is stopped.';

/**
 * Reads a session's facts from the disk, through a connection of its own: one that has been open
 * answers from memory, and notices nothing of a file that was damaged beneath it. Throws a `Damage`
 * where they are not whole from the first to at least the fact `upTo`.
 */
export async function verifyRead(file: string, session: string, upTo: number): Promise<void> {
  const [row] = await readAll(file, session);
  const [facts, last] = [Number(row?.['facts']), Number(row?.['last'])];
  if (facts !== last || !(last >= upTo)) throw new Damage(broken);
}

async function readAll(file: string, session: string): Promise<readonly Record<string, unknown>[]> {
  try {
    const database = openToRead(file);
    try {
      const statement = await database.prepare(
        // Every page that holds a part of a text is touched.
        `SELECT count(*) FILTER (WHERE json_valid(fact)) AS facts, coalesce(max(seq), 0) AS last
        FROM facts WHERE session = ?`,
      );
      return await statement.all([session]);
    } finally {
      database.close();
    }
  } catch (error) {
    if (storageProblem(error).name === 'locked') throw error;
    throw new Damage(broken);
  }
}
