import { readFile, rm } from 'node:fs/promises';
import { failure, success, type Result } from '../../../src/lib/result.ts';
import { openToRead, type Sqlite } from '../sqlite.ts';
import { asBytes, textOf } from '../stored-text.ts';
import { lostCommits } from '../wal-check.ts';
import { copyDatabase } from './copy-database.ts';

/** A fact as it stands in the file. */
export interface FactRow {
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly text: string;
}

/** Things as far as they could be read. */
export interface Readable<Item> {
  readonly items: readonly Item[];
  /** True where the file is damaged behind them. */
  readonly broken: boolean;
}

type Row = Record<string, unknown>;

/**
 * A database file that no server has open, with the write-ahead log beside it if there is one. It
 * is read in a copy: SQLite would write to the file itself.
 */
export class OfflineDatabase {
  private constructor(
    readonly database: Sqlite,
    readonly folder: string,
    /** The number of commits that a damaged write-ahead log has lost. */
    readonly lost: number,
  ) {}

  static async open(file: string): Promise<Result<OfflineDatabase, string>> {
    const copied = await copyDatabase(file);
    if (!copied.ok) return copied;
    const { folder, file: copy } = copied.value;
    try {
      const log = await readFile(`${copy}-wal`).catch(() => Buffer.alloc(0));
      return success(new OfflineDatabase(openToRead(copy), folder, lostCommits(log)));
    } catch (error) {
      await rm(folder, { recursive: true });
      return failure(`${file} cannot be read: ${inWords(error)}`);
    }
  }

  /** The commits that a damaged write-ahead log has lost, in words; null where none is known. */
  get lostWords(): string | null {
    return this.lost > 0
      ? `its write-ahead log (-wal) has lost the last ${this.lost} commits`
      : null;
  }

  /** The problems of the file as a whole, a line each; none where it is sound. */
  async problems(): Promise<string[]> {
    const damage = await this.#integrity();
    if (this.lostWords !== null) damage.push(this.lostWords);
    const lines = damage.map((line) => `The file is damaged: ${line}`);
    if (damage.length === 0 && !(await this.#isLog())) {
      lines.push('The file is a database, but none of Plenary.');
    }
    return lines;
  }

  // Ordered by the columns, which are indexed, and not by what is selected under their names.

  /** The codes of the sessions. */
  sessions(): Promise<Readable<string>> {
    return this.#walk(
      `SELECT ${asBytes('session')} AS session FROM facts
      WHERE session > ? ORDER BY facts.session LIMIT 1`,
      (last) => [last ?? ''],
      ({ session }) => textOf(session),
    );
  }

  facts(session: string): Promise<Readable<FactRow>> {
    return this.#walk(
      `SELECT CAST(seq AS INTEGER) AS seq, CAST(at AS INTEGER) AS at, ${asBytes('fact')} AS fact
      FROM facts WHERE session = ? AND seq > ? ORDER BY facts.seq LIMIT 1`,
      (last) => [session, last?.seq ?? -Infinity],
      ({ seq, at, fact }) => ({ seq: Number(seq), at: Number(at), text: textOf(fact) }),
    );
  }

  async close(): Promise<void> {
    this.database.close();
    await rm(this.folder, { recursive: true });
  }

  /** Reads row by row, each after the last: a damaged page spoils no row before it. */
  async #walk<Item>(
    sql: string,
    after: (last: Item | undefined) => readonly unknown[],
    read: (row: Row) => Item,
  ): Promise<Readable<Item>> {
    const items: Item[] = [];
    try {
      const statement = await this.database.prepare(sql);
      for (;;) {
        const [row] = await statement.all(after(items.at(-1)));
        if (row === undefined) return { items, broken: false };
        items.push(read(row));
      }
    } catch {
      return { items, broken: true };
    }
  }

  async #integrity(): Promise<string[]> {
    try {
      const rows = await this.#read('PRAGMA integrity_check(20)');
      return rows.map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok');
    } catch (error) {
      return [inWords(error)];
    }
  }

  #isLog(): Promise<boolean> {
    const columns = this.#read('SELECT seq, at, fact FROM facts LIMIT 0');
    return columns.then(
      () => true,
      () => false,
    );
  }

  async #read(sql: string): Promise<readonly Row[]> {
    return (await this.database.prepare(sql)).all([]);
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
