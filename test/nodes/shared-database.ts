import type { TestProject } from 'vitest/node';
import { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of a PostgreSQL database; tests make databases of their own beside it. */
    readonly postgres: string;
  }
}

/**
 * Starts PostgreSQL for the tests, which need not find out here how a disk is synced; or takes the one of
 * `TEST_DATABASE_URL`, whose user may create databases.
 */
export default async function shareDatabase(
  project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
  const own = process.env['TEST_DATABASE_URL'];
  if (own !== undefined) {
    project.provide('postgres', own);
    return undefined;
  }
  const database = await TrialDatabase.start(['-c', 'fsync=off', '-c', 'max_connections=300']);
  project.provide('postgres', database.url());
  return () => database.stop();
}
