import { afterAll } from 'vitest';
import { postgresAt } from '../../server/storage/postgres/postgres.ts';
import { postgresLog } from '../../server/storage/postgres/postgres-log.ts';
import { describeEventLog } from '../contracts/event-log-contract.ts';
import { valueOf } from '../fixtures/value-of.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

const databases: FreshDatabase[] = [];
afterAll(() => Promise.all(databases.map((database) => database.drop())));

describeEventLog('on PostgreSQL', async (now) => {
  const database = await freshDatabase();
  databases.push(database);
  return valueOf(await postgresLog(postgresAt(database.url, 'one'), now));
});
