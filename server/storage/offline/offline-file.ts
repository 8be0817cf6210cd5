import { chmod, copyFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import { openToRead, type Sqlite, type Statement } from '../sqlite.ts';
import { lostCommits } from '../write-ahead-log.ts';
import type { FactRow } from './audit.ts';

/** Rows as far as they could be read. */
export interface ReadRows {
  readonly rows: readonly FactRow[];
  /** True where the file is damaged behind them. */
  readonly broken: boolean;
}

export interface FoundSessions {
  readonly codes: readonly string[];
  /** True where there may be more, which cannot be read. */
  readonly broken: boolean;
}

// Read in portions: behind a damaged page the rows of its portion are lost, and are asked for singly.
const PORTION = 200;

/**
 * A database file that no server has open, with the write-ahead log beside it if there is one. It
 * is looked at in a copy, so that whatever SQLite has to do to it leaves the file as it is.
 */
export class OfflineFile {
  private constructor(
    readonly database: Sqlite,
    readonly folder: string,
    /** Commits that a damaged write-ahead log has lost. */
    readonly lost: number,
  ) {}

  /** Copies and opens; else says why that cannot be. */
  static async open(file: string): Promise<Result<OfflineFile, string>> {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-log-'));
    try {
      const copied = await copyWhole(file, folder);
      if (!copied.ok) {
        await rm(folder, { recursive: true });
        return copied;
      }
      const copy = join(folder, 'plenary.db');
      const wal = await readFile(`${copy}-wal`).catch(() => Buffer.alloc(0));
      return success(new OfflineFile(openToRead(copy), folder, lostCommits(wal)));
    } catch (error) {
      await rm(folder, { recursive: true });
      return failure(`${file} cannot be read: ${inWords(error)}`);
    }
  }

  /** SQLite's own findings of damage, a line each; none where the file is whole. */
  async damage(): Promise<string[]> {
    try {
      const rows = await this.#all('PRAGMA integrity_check(20)');
      return rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    } catch (error) {
      return [inWords(error)];
    }
  }

  /** True where it has a table of facts, as far as that can be read. */
  isLog(): Promise<boolean> {
    const columns = this.#all('SELECT seq, at, fact FROM facts LIMIT 0');
    return columns.then(
      () => true,
      () => false,
    );
  }

  /** The codes of the sessions in it, up to the first that cannot be read. */
  async sessions(): Promise<FoundSessions> {
    const next = 'SELECT min(session) AS code FROM facts WHERE session > ?';
    const codes: string[] = [];
    try {
      for (;;) {
        const [row] = await this.#all(next, [codes.at(-1) ?? '']);
        const code: unknown = row?.['code'];
        if (typeof code !== 'string') return { codes, broken: false };
        codes.push(code);
      }
    } catch {
      return { codes, broken: true };
    }
  }

  /** The facts of a session, up to where the file is damaged. */
  async facts(session: string): Promise<ReadRows> {
    const rows: FactRow[] = [];
    let portion = PORTION;
    for (;;) {
      try {
        const more = await this.#portion(session, rows.at(-1)?.seq ?? -Infinity, portion);
        rows.push(...more);
        if (more.length < portion) return { rows, broken: false };
      } catch {
        if (portion === 1) return { rows, broken: true };
        portion = 1;
      }
    }
  }

  async close(): Promise<void> {
    this.database.close();
    await rm(this.folder, { recursive: true });
  }

  async #portion(session: string, after: number, count: number): Promise<FactRow[]> {
    const rows = await this.#all(
      'SELECT seq, at, fact FROM facts WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?',
      [session, after, count],
    );
    return rows.map((row) => ({
      seq: Number(row['seq']),
      at: Number(row['at']),
      text: String(row['fact']),
    }));
  }

  async #all(sql: string, values: readonly unknown[] = []): ReturnType<Statement['all']> {
    const statement = await this.database.prepare(sql);
    return statement.all(values);
  }
}

/** Copies the file and its write-ahead log, unless somebody writes to them meanwhile. */
async function copyWhole(file: string, folder: string): Promise<Result<null, string>> {
  const before = await standing(file);
  if (before === null) return failure(`There is no file ${file}.`);
  const names = { '': 'plenary.db', '-wal': 'plenary.db-wal' };
  for (const [end, name] of Object.entries(names)) {
    if ((await stat(file + end).catch(() => null)) === null) continue;
    await copyFile(file + end, join(folder, name));
    // A copy of a file that may only be read may only be read, too.
    await chmod(join(folder, name), 0o600);
  }
  if ((await standing(file)) === before) return success(null);
  return failure(
    `${file} was written to while it was read. Stop the server, or take a copy as docs/backups.md says.`,
  );
}

/** Identity, size and time of the file and its write-ahead log; null where there is no such file. */
async function standing(file: string): Promise<string | null> {
  const [main, wal] = await Promise.all(
    [file, `${file}-wal`].map((path) => stat(path, { bigint: true }).catch(() => null)),
  );
  if (main?.isFile() !== true) return null;
  return [main, wal].map((stats) => `${stats?.ino}/${stats?.size}/${stats?.mtimeNs}`).join(' ');
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
