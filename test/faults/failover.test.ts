import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client as Database } from 'pg';
import { expect, it } from 'vitest';
import { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';
import { DatabaseProxy } from '../nodes/database-proxy.ts';
import { answerAll } from './retrying-phones.ts';
import { choicesAt, phonesAt, trialDatabase, twoNodes } from './two-nodes.ts';

async function ask(database: TrialDatabase, ...statements: readonly string[]): Promise<void> {
  const client = new Database({ connectionString: database.url() });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/**
 * A second server that follows the first, which from then on acknowledges nothing that the second has not. Made by a
 * low-level backup: see https://www.postgresql.org/docs/18/continuous-archiving.html
 */
async function standbyOf(primary: TrialDatabase): Promise<TrialDatabase> {
  const folder = join(primary.folder, '../standby');
  const backup = new Database({ connectionString: primary.url() });
  await backup.connect();
  await backup.query("SELECT pg_backup_start('standby', true)");
  await promisify(execFile)('cp', ['-a', primary.folder, folder]);
  const { rows } = await backup.query<{ labelfile: string }>('SELECT * FROM pg_backup_stop(false)');
  await backup.end();
  await rm(join(folder, 'postmaster.pid'));
  await writeFile(join(folder, 'backup_label'), rows[0]?.labelfile ?? '');
  await writeFile(join(folder, 'standby.signal'), '');
  const { hostname, port } = new URL(primary.url());
  await writeFile(
    join(folder, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=${hostname} port=${port} user=postgres application_name=standby'\n`,
  );
  // It runs as another user than this test, perhaps.
  await promisify(execFile)('chown', ['-R', `--reference=${primary.folder}`, folder]);
  const standby = await TrialDatabase.onFolder(folder);
  await ask(
    primary,
    "ALTER SYSTEM SET synchronous_standby_names = 'standby'",
    'SELECT pg_reload_conf()',
  );
  return standby;
}

it('[N8] [V1] [V3] nodes go on with the second server of a database whose first one is killed, and have every answer', async (context) => {
  const primary = await trialDatabase(context);
  const standby = await standbyOf(primary);
  context.onTestFinished(() => standby.end());
  const way = await DatabaseProxy.before(primary.url());
  context.onTestFinished(() => way.stop());
  const { a, b, code } = await twoNodes(context, [way.url, way.url]);
  const phones = await phonesAt([a, b], code);
  for (const phone of phones) {
    expect(await phone.answer('drink', { choices: [0], other: null })).toMatchObject({ ok: true });
  }
  const { latest, refused } = await answerAll(phones, 'drink', 1, {
    begin: () => primary.killHard(),
    async end() {
      await ask(standby, 'SELECT pg_promote()');
      way.leadTo(standby.url());
    },
  });
  expect(refused).toBeGreaterThan(0);
  for (const node of [a, b]) {
    await expect.poll(() => choicesAt(node, code)).toEqual(latest);
    await expect.poll(async () => (await fetch(`${node.url}/readyz`)).status).toBe(200);
  }
  expect([...a.faults, ...b.faults]).toEqual([]);
});
