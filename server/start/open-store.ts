import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { loadOrCreateKey, newKey } from '../auth/presenter-key.ts';
import type { EventLog } from '../storage/event-log.ts';
import { DatabaseClock } from '../storage/postgres/database-clock.ts';
import { postgresAt, postgresProblem, type Postgres } from '../storage/postgres/postgres.ts';
import { postgresLog } from '../storage/postgres/postgres-log.ts';
import { loadOrKeepKey } from '../storage/postgres/shared-key.ts';
import { reopeningLog } from '../storage/reopening-log.ts';
import { sqliteLog } from '../storage/sqlite-log.ts';
import type { Environment } from './environment.ts';

/** The place where sessions and the presenter's key are kept. */
export interface Store {
  readonly log: EventLog;
  readonly key: string;
  /** The database that nodes share; null where this is the only one. */
  readonly postgres: Postgres | null;
  /** Milliseconds since 1970-01-01 UTC, by the clock of whoever keeps the sessions. */
  readonly now: () => number;
  /** The reason, in words, that nothing can be recorded yet; null where it can. */
  readonly trouble: string | null;
}

/** Opens it; fails where that will not pass, with the reason in words. */
export function openStore(environment: Environment): Promise<Result<Store, string>> {
  const { databaseUrl } = environment;
  return databaseUrl === null ? openFile(environment) : openDatabase(databaseUrl, environment);
}

/** A SQLite file and a file with the key, in the data folder. */
async function openFile(environment: Environment): Promise<Result<Store, string>> {
  const dataDir = resolve(environment.dataDir);
  const key = await prepareData(dataDir, environment.presenterKey);
  if (!key.ok) return key;
  const file = join(dataDir, 'plenary.db');
  const isNew = !existsSync(file);
  const log = reopeningLog(() => sqliteLog(file, Date.now));
  const store = { log, key: key.value, postgres: null, now: Date.now };
  const checked = await log.check();
  if (checked.ok) return success({ ...store, trouble: null });
  const trouble = `${checked.error.message} The data folder is ${dataDir}.`;
  // With nothing to show, it is probably the wrong folder. Other problems may pass, and screens show them.
  if (isNew && checked.error.name === 'read-only') return failure(trouble);
  return success({ ...store, trouble });
}

/** Creates the data folder where there is none, and resolves with the presenter's key. */
async function prepareData(dataDir: string, given: string | null): Promise<Result<string, string>> {
  try {
    await mkdir(dataDir, { recursive: true });
    return success(given ?? (await loadOrCreateKey(dataDir)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      `The data folder ${dataDir} cannot be used (${reason}). Set DATA_DIR to another.`,
    );
  }
}

/** A PostgreSQL database, which has the key as well. */
async function openDatabase(
  url: string,
  { nodeName, presenterKey }: Environment,
): Promise<Result<Store, string>> {
  const postgres = postgresAt(url, nodeName);
  const clock = new DatabaseClock(postgres);
  await clock.start();
  const log = reopeningLog(() => postgresLog(postgres, clock.now));
  const checked = await log.check();
  const trouble = checked.ok ? null : `${checked.error.message} DATABASE_URL says where it is.`;
  const key = await sharedKey(postgres, presenterKey);
  if (!key.ok) return failure(`${trouble ?? key.error} The presenter key is kept in it, too.`);
  return success({ log, key: key.value, postgres, now: clock.now, trouble });
}

async function sharedKey(
  postgres: Postgres,
  given: string | null,
): Promise<Result<string, string>> {
  if (given !== null) return success(given);
  try {
    return success(await loadOrKeepKey(postgres, newKey()));
  } catch (error) {
    return failure(postgresProblem(error).message);
  }
}
