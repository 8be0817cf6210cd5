import { fork, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './free-port.ts';

/** A PostgreSQL server of its own, for trials and tests: on this machine alone, and without a password. */
export class TrialDatabase {
  #child: ChildProcess | null = null;

  private constructor(
    /** The folder of its files. */
    readonly folder: string,
    readonly port: number,
    readonly flags: readonly string[],
  ) {}

  /** Starts one on a free port. Throws with the words of PostgreSQL where that fails. */
  static async start(flags: readonly string[] = []): Promise<TrialDatabase> {
    const parent = await mkdtemp(join(tmpdir(), 'plenary-postgres-'));
    // As root it runs as another user, who has to get there.
    await chmod(parent, 0o755);
    const database = new TrialDatabase(join(parent, 'data'), await freePort(), flags);
    await database.run();
    return database;
  }

  /** Starts one on a free port with the files of another. */
  static async onFolder(folder: string): Promise<TrialDatabase> {
    const database = new TrialDatabase(folder, await freePort(), []);
    await database.run();
    return database;
  }

  /** The address of one of its databases. */
  url(database = 'postgres'): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`;
  }

  /** Starts it again, after it was ended. */
  async run(): Promise<void> {
    const args = [this.folder, String(this.port), ...this.flags];
    const child = fork('server/cli/cluster/database-process.mjs', args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let words = '';
    child.stderr?.on('data', (chunk: Buffer) => (words += String(chunk)));
    await new Promise<void>((ready, fails) => {
      child.once('message', () => ready());
      child.once('exit', () => fails(new Error(`PostgreSQL did not start.\n${words}`)));
    });
  }

  /** Ends it in its own way: connections are closed, nothing is lost. */
  async end(): Promise<void> {
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.disconnect();
    await ended;
    this.#child = null;
  }

  /** All its processes. On Linux alone. */
  async processes(): Promise<readonly number[]> {
    const [pid = ''] = (await readFile(join(this.folder, 'postmaster.pid'), 'utf8')).split('\n');
    const first = Number(pid);
    return [first, ...(await childrenOf(first))];
  }

  /** Sends a signal to all its processes. On Linux alone. */
  async signal(signal: NodeJS.Signals): Promise<readonly number[]> {
    const all = await this.processes();
    for (const one of all) process.kill(one, signal);
    return all;
  }

  /** Ends it without warning, as a power cut does; resolves once all its processes are gone. */
  async killHard(): Promise<void> {
    const all = await this.signal('SIGKILL');
    // Their parent has to see it, or they would seem to run on.
    while (all.some(isRunning)) await setTimeout(10);
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGKILL');
    await ended;
    this.#child = null;
  }

  /** Ends it, and removes its files. */
  async stop(): Promise<void> {
    await this.end();
    await rm(join(this.folder, '..'), { recursive: true, force: true });
  }
}

async function childrenOf(parent: number): Promise<number[]> {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const children = all.map(async (pid) => {
    const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
    // After the name in brackets: the state, and the parent.
    const own = Number(status.slice(status.lastIndexOf(')')).split(' ')[2]);
    return own === parent ? [Number(pid)] : [];
  });
  return (await Promise.all(children)).flat();
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
