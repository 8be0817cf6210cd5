import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { memoryLog } from '../../server/storage/memory-log.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { describeEventLog } from './event-log-contract.ts';

let folder = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-log-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describeEventLog('in memory', async (now) => memoryLog(now));
describeEventLog('on SQLite', async (now) =>
  valueOf(await sqliteLog(join(folder, `${(files += 1)}.db`), now)),
);
