import { fork } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own, for trials and tests: on this machine alone, and without a password. */
export interface TrialDatabase {
  /** The folder of its files. */
  readonly folder: string;
  readonly port: number;
  /** The address of one of its databases. */
  url(database: string): string;
  /** Stops it, and removes its files. */
  stop(): Promise<void>;
}

/** Starts one on a free port. Throws with the words of PostgreSQL where that fails. */
export async function startTrialDatabase(flags: readonly string[] = []): Promise<TrialDatabase> {
  const parent = await mkdtemp(join(tmpdir(), 'plenary-postgres-'));
  // As root it runs as another user, who has to get there.
  await chmod(parent, 0o755);
  const folder = join(parent, 'data');
  const port = await freePort();
  const child = fork('server/cli/cluster/database-process.mjs', [folder, String(port), ...flags], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => (words += String(chunk)));
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  await new Promise<void>((ready, fails) => {
    child.once('message', () => ready());
    void ended.then(() => fails(new Error(`PostgreSQL did not start.\n${words}`)));
  });
  return {
    ...{ folder, port },
    url: (database) => `postgres://postgres@127.0.0.1:${port}/${database}`,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      await rm(parent, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((settle, fails) => {
    const server = createServer();
    server.once('error', fails);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}
