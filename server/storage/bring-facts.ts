import type { StoredFact } from '../../src/session/facts.ts';
import type { Sqlite } from './sqlite.ts';
import { asRows, insertAll, LONGEST_STATEMENT, type Statements } from './sqlite-statements.ts';
import { sqlJson, sqlText } from './sql-text.ts';

/** Facts in one statement: SQLite takes no longer one than this allows for facts of ordinary size. */
const SLICE = 500;

/**
 * Writes the facts of a session from elsewhere, with their times, in one transaction; false where the log
 * has a session of this code. Throws libsql's errors. To be called in turn; the caller rolls back.
 */
export async function bringFacts(
  database: Sqlite,
  statements: Statements,
  session: string,
  facts: readonly StoredFact[],
): Promise<boolean> {
  await database.exec('BEGIN IMMEDIATE');
  const there = await statements.last.all([session]);
  if (there.length > 0) {
    await database.exec('ROLLBACK');
    return false;
  }
  for (let from = 0; from < facts.length; from += SLICE) {
    const rows = asRows(facts.slice(from, from + SLICE));
    const insert = insertAll(sqlText(session), String(from), sqlJson(rows));
    // Off the main thread, where it is not too long for that.
    if (Buffer.byteLength(insert) < LONGEST_STATEMENT) await database.exec(insert);
    else statements.insert.run([session, from, rows]);
  }
  await database.exec('COMMIT');
  return true;
}
