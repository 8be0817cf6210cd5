import type { Postgres } from './postgres.ts';
import { rowsOf } from './postgres.ts';

const MEASURE_EVERY_MS = 10_000;

/** Measurements of which the quickest counts. */
const TRIES = 3;

/**
 * The clock of the database, which all nodes share: theirs may differ. Between two measurements it goes on by a
 * clock of this node that is never set; until the first it is this node's.
 */
export class DatabaseClock {
  /** Milliseconds since 1970-01-01 UTC at the moment 0 of `performance.now()`. */
  #origin = Date.now() - performance.now();

  constructor(readonly postgres: Postgres) {}

  /** Milliseconds since 1970-01-01 UTC. */
  readonly now = (): number => Math.round(this.#origin + performance.now());

  /** Measures now, and until the connections are closed; resolves after the first time, whatever came of it. */
  async start(): Promise<void> {
    try {
      await this.#measure();
    } catch {
      // The database cannot be reached: the log says so.
    }
    if (this.postgres.reading.ended) return;
    setTimeout(() => void this.start(), MEASURE_EVERY_MS).unref();
  }

  async #measure(): Promise<void> {
    let quickest = Infinity;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const asked = performance.now();
      const [row] = await rowsOf<{ now: number }>(this.postgres.reading, CLOCK, []);
      const took = performance.now() - asked;
      if (row === undefined || took >= quickest) continue;
      quickest = took;
      this.#origin = row.now - (asked + took / 2);
    }
  }
}

const CLOCK = {
  name: 'plenary_clock',
  text: 'SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now',
};
