import { sqlText } from './sql-text.ts';
import type { Sqlite } from './sqlite.ts';
import { asBytes, textOf } from './stored-text.ts';

/**
 * The steps from an empty file to the present format, each in a transaction of its own. A file's
 * `user_version` is the number of steps that it has. A step may be done again: version 0.1 sets the
 * number back to 1.
 */
const steps: readonly ((database: Sqlite) => Promise<void>)[] = [
  (database) =>
    database.exec(`
      CREATE TABLE IF NOT EXISTS facts (
        session TEXT NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL,
        fact TEXT NOT NULL,
        PRIMARY KEY (session, seq)
      ) STRICT, WITHOUT ROWID`),
  addSessionRows,
  noteReopening,
  addNames,
  addKeepDays,
];

/** The number of the present format. */
export const FORMAT = steps.length;

/** Brings a file of any earlier version to the present format. Throws libsql's errors. */
export async function upgradeSchema(database: Sqlite): Promise<void> {
  const [row] = await (await database.prepare('PRAGMA user_version')).all([]);
  const done = Number(row?.['user_version']);
  for (const [index, step] of steps.entries()) {
    if (index < done) continue;
    await database.exec('BEGIN IMMEDIATE');
    await step(database);
    await database.exec(`PRAGMA user_version = ${index + 1}; COMMIT`);
  }
}

/**
 * A row for each session, so that a list of them reads no deck. Triggers keep it, whatever program
 * writes the facts; a deletion takes it by itself.
 */
async function addSessionRows(database: Sqlite): Promise<void> {
  await database.exec(`
    CREATE TABLE IF NOT EXISTS sessions (
      session TEXT NOT NULL PRIMARY KEY,
      deck TEXT NOT NULL,
      title TEXT NOT NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS sessions_by_start ON sessions (started_at, session);
    CREATE TRIGGER IF NOT EXISTS session_started AFTER INSERT ON facts WHEN NEW.seq = 1 BEGIN
      INSERT OR REPLACE INTO sessions (${COLUMNS}) VALUES (
        NEW.session, ${deckText('NEW.fact', 'name')}, ${deckText('NEW.fact', 'title')}, NEW.at, NULL
      );
    END`);
  const next = await database.prepare(
    `SELECT ${asBytes('min(session)')} AS code FROM facts WHERE session > ?`,
  );
  for (let code = ''; ;) {
    const [row] = await next.all([code]);
    const bytes = row?.['code'] ?? null;
    if (bytes === null) return;
    code = textOf(bytes);
    await addRow(database, sqlText(code));
  }
}

/** The columns of a session's row as the second step makes them; later steps add to them. */
const COLUMNS = 'session, deck, title, started_at, ended_at';

/** Keeps the title and the end of each session's row; a session that is reopened has none. */
async function noteReopening(database: Sqlite): Promise<void> {
  await database.exec(`
    DROP TRIGGER IF EXISTS session_changed;
    CREATE TRIGGER session_changed AFTER INSERT ON facts
    WHEN NEW.seq > 1
      AND NEW.fact ->> '$.type' IN ('deck:revised', 'session:ended', 'session:reopened') BEGIN
      UPDATE sessions SET
        title = coalesce(NEW.fact ->> '$.deck.title', title),
        ended_at = CASE NEW.fact ->> '$.type'
          WHEN 'session:ended' THEN NEW.at
          WHEN 'deck:revised' THEN ended_at
        END
      WHERE session = NEW.session;
    END`);
}

/** Adds names and the marks of rehearsals. No session that was recorded before has a name or is one. */
async function addNames(database: Sqlite): Promise<void> {
  await addColumn(database, 'name', "TEXT NOT NULL DEFAULT ''");
  await addColumn(database, 'rehearsal', 'INTEGER NOT NULL DEFAULT 0');
}

/**
 * Adds the days for which each session's deck wants it kept, which no deck said before. Triggers keep them,
 * and the names: two for one fact would run in any order.
 */
async function addKeepDays(database: Sqlite): Promise<void> {
  await addColumn(database, 'keep_days', 'INTEGER');
  const keepDays = "CAST(NEW.fact ->> '$.deck.keepDays' AS INTEGER)";
  await database.exec(`
    DROP TRIGGER IF EXISTS session_started;
    CREATE TRIGGER session_started AFTER INSERT ON facts WHEN NEW.seq = 1 BEGIN
      INSERT OR REPLACE INTO sessions (${COLUMNS}, rehearsal, keep_days) VALUES (
        NEW.session, ${deckText('NEW.fact', 'name')}, ${deckText('NEW.fact', 'title')}, NEW.at, NULL,
        iif(NEW.fact ->> '$.rehearsal' = 1, 1, 0), ${keepDays}
      );
    END;
    DROP TRIGGER IF EXISTS session_changed;
    CREATE TRIGGER session_changed AFTER INSERT ON facts
    WHEN NEW.seq > 1 AND NEW.fact ->> '$.type'
      IN ('deck:revised', 'session:ended', 'session:reopened', 'session:named') BEGIN
      UPDATE sessions SET
        title = coalesce(NEW.fact ->> '$.deck.title', title),
        name = coalesce(NEW.fact ->> '$.name', name),
        ended_at = CASE NEW.fact ->> '$.type'
          WHEN 'session:ended' THEN NEW.at
          WHEN 'session:reopened' THEN NULL
          ELSE ended_at
        END,
        keep_days = iif(NEW.fact ->> '$.type' = 'deck:revised', ${keepDays}, keep_days)
      WHERE session = NEW.session;
    END`);
}

/** SQLite adds no column only where it is not there yet. */
async function addColumn(database: Sqlite, name: string, type: string): Promise<void> {
  const columns = await database.prepare("SELECT name FROM pragma_table_info('sessions')");
  const rows = await columns.all([]);
  if (rows.some((row) => row['name'] === name)) return;
  await database.exec(`ALTER TABLE sessions ADD COLUMN ${name} ${type}`);
}

/**
 * Adds the row of a session that is in the log, by its first and its latest fact. One that is there
 * already is right: since this step, triggers keep it.
 */
async function addRow(database: Sqlite, code: string): Promise<void> {
  try {
    await database.exec(`
      INSERT OR IGNORE INTO sessions (${COLUMNS})
      SELECT first.session, ${deckText('first.fact', 'name')}, ${deckText('first.fact', 'title')},
        first.at, iif(last.fact ->> '$.type' = 'session:ended', last.at, NULL)
      FROM facts AS first JOIN facts AS last ON last.session = first.session
      WHERE first.session = ${code} AND first.seq = (SELECT min(seq) FROM facts WHERE session = ${code})
        AND last.seq = (SELECT max(seq) FROM facts WHERE session = ${code})`);
  } catch {
    // One whose facts are damaged is listed all the same: it must be possible to delete it.
    await database.exec(
      `INSERT OR IGNORE INTO sessions (${COLUMNS}) VALUES (${code}, '', '', 0, NULL)`,
    );
  }
}

function deckText(fact: string, member: 'name' | 'title'): string {
  return `coalesce(${fact} ->> '$.deck.${member}', '')`;
}
