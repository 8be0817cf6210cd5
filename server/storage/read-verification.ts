import { sqlText } from './sql-text.ts';
import { Damage, openToRead, storageProblem } from './sqlite.ts';
import { asBytes, textOf } from './stored-text.ts';

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
      `SELECT 1 FROM (SELECT ${counts} FROM facts GROUP BY session) WHERE whole <> last
      UNION ALL SELECT 1 FROM pragma_quick_check(1) WHERE quick_check <> 'ok'`,
    );
  } catch (error) {
    if (storageProblem(error).name === 'locked') throw error;
    throw new Damage(unreadable);
  }
}

const rotten =
  'The database file is damaged: not all that was recorded can be read. Restore a backup; `npm run log -- verify` says what can still be read.';

/**
 * Reads everything, and resolves with the sessions whose facts are not whole. Throws a `Damage` where
 * something else is damaged.
 */
export async function findDamagedSessions(file: string): Promise<readonly string[]> {
  const damage = await damageIn(() => verifyReadAll(file));
  if (damage === null) return [];
  const damaged: string[] = [];
  for (const session of await sessionsIn(file)) {
    if ((await damageIn(() => verifyRead(file, session, 0))) !== null) damaged.push(session);
  }
  if (damaged.length === 0) throw new Damage(rotten, { cause: damage });
  return damaged;
}

async function damageIn(read: () => Promise<void>): Promise<Damage | null> {
  try {
    await read();
    return null;
  } catch (error) {
    if (error instanceof Damage) return error;
    throw error;
  }
}

/** The sessions, one after the other: so a damaged page hides none but its own. */
async function sessionsIn(file: string): Promise<readonly string[]> {
  const sessions: string[] = [];
  const database = openToRead(file);
  try {
    const next = await database.prepare(
      `SELECT ${asBytes('min(session)')} AS code FROM facts WHERE session > ?`,
    );
    for (;;) {
      const [row] = await next.all([sessions.at(-1) ?? '']);
      const code = row?.['code'] ?? null;
      if (code === null) return sessions;
      sessions.push(textOf(code));
    }
  } catch {
    return sessions;
  } finally {
    database.close();
  }
}

// SQLite takes any bytes within a text of JSON for letters. Of UTF-8, `length` and `instr` count the same;
// a byte of the middle of a letter behind another letter is one more to `length` alone.
const isText = `json_valid(fact) AND length(fact) = instr(fact || char(1), char(1)) - 1
  AND instr(${asBytes('fact')}, x'FF') = 0`;

// Every page that holds a part of a text is touched.
const counts = `count(*) FILTER (WHERE ${isText}) AS whole, coalesce(max(seq), 0) AS last`;

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
