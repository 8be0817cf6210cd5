import { BUSY_TIMEOUT, type Sqlite } from './sqlite.ts';

// Answers wait as long as an attempt does.
const PATIENCE_MS = 50;
const BETWEEN_ATTEMPTS_MS = 1_000;

/**
 * Empties the write-ahead log into the database file, so that what was deleted is in neither. That is
 * not possible while another program reads the file: it is tried again until it is done.
 */
export class Erasure {
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;

  /** `inTurn` runs a task while no transaction runs, and never rejects. */
  constructor(
    readonly database: Sqlite,
    readonly inTurn: (task: () => Promise<void>) => Promise<unknown>,
  ) {}

  /** Resolves with whether it is done now. To be called in turn. */
  async attempt(): Promise<boolean> {
    const isDone = await this.#isEmptied();
    if (!isDone) this.#tryLater();
    return isDone;
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  async #isEmptied(): Promise<boolean> {
    try {
      await this.database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
      const checkpoint = await this.database.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
      const [row] = await checkpoint.all([]);
      return row?.['busy'] === 0;
    } catch {
      // A full disk, for one: the deletion is committed all the same.
      return false;
    } finally {
      await this.database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`);
    }
  }

  #tryLater(): void {
    if (this.#isStopped || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.inTurn(async () => {
        await this.attempt();
      });
    }, BETWEEN_ATTEMPTS_MS);
    this.#timer.unref();
  }
}
