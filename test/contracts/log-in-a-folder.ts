import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { EventLog } from '../../server/storage/event-log.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import type { Fact } from '../../src/session/facts.ts';
import { valueOf } from '../fixtures/value-of.ts';

export const opened: Fact = { type: 'activity:opened', activity: 'a' };
export const closed: Fact = { type: 'activity:closed', activity: 'a' };

/** A new folder for each test of a file, and the SQLite log in it. Its clock ticks with each look. */
export function logInAFolder() {
  let path = '';
  let clock = 1_000;
  const folder = (): string => path;
  const file = (): string => join(path, 'log.db');
  const now = (): number => (clock += 1);
  const openLog = async (): Promise<EventLog> => valueOf(await sqliteLog(file(), now));
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'plenary-log-'));
  });
  afterEach(async () => {
    await rm(path, { recursive: true });
  });
  return { folder, file, now, openLog };
}
