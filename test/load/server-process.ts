import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Job } from './references/job.mjs';
import type { Memory } from './report-usage.mjs';

export const KEY = 'the-presenters-own-key';

const REPORTER = resolve('test/load/report-usage.mjs');
// As `npm start` has it.
export const V8_OPTIONS = ['--max-semi-space-size=4', '--v8-pool-size=1'];
const WITH_REPORTER = ['--expose-gc', '--import', REPORTER];

/** A server in a process of its own, which reports its usage. */
export class ServerProcess {
  private constructor(
    readonly child: ChildProcess,
    readonly port: number,
    readonly folder: string | null,
  ) {}

  /** One of the servers in `references/`. */
  static async reference(name: string, job: Job): Promise<ServerProcess> {
    const script = resolve(`test/load/references/${name}.mjs`);
    const child = start([...WITH_REPORTER, script, JSON.stringify(job)], process.cwd(), {});
    const { port } = await message<{ port: number }>(child, 'port');
    return new ServerProcess(child, port, null);
  }

  /** The built product, with the decks of a folder and data of its own, which `fill` may write before; `environment` has further settings. */
  static async plenary(
    decks = 'test/load/decks',
    fill: (dataDir: string) => Promise<void> = async () => undefined,
    environment: Readonly<Record<string, string>> = {},
  ): Promise<ServerProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-load-'));
    await cp(decks, join(folder, 'slides'), { recursive: true });
    await symlink(resolve('dist'), join(folder, 'dist'));
    await symlink(resolve('node_modules'), join(folder, 'node_modules'));
    await fill(join(folder, 'data'));
    const args = [...WITH_REPORTER, ...V8_OPTIONS, 'dist/server/main.js'];
    const settings = { PORT: '0', HOST: '127.0.0.1', PRESENTER_KEY: KEY };
    const child = start(args, folder, { ...settings, ...environment });
    return new ServerProcess(child, await portOf(child), folder);
  }

  /** CPU time of all its threads since its start, user and system. */
  async cpuSeconds(): Promise<number> {
    return (await this.#ask<{ cpuSeconds: number }>('cpuSeconds')).cpuSeconds;
  }

  /** Its memory after a garbage collection. */
  async memory(): Promise<Memory> {
    return (await this.#ask<{ memory: Memory }>('memory')).memory;
  }

  /** Its resident memory as it is, in bytes, read from Linux. */
  residentBytes(): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    return 1_024 * Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN);
  }

  /** Names of the resources that keep it running: connections, timers and the like. */
  async resources(): Promise<readonly string[]> {
    return (await this.#ask<{ resources: string[] }>('resources')).resources;
  }

  async #ask<Body>(what: string): Promise<Body> {
    const answered = message<Body>(this.child, what);
    this.child.send(what);
    return answered;
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.kill('SIGKILL');
    await ended;
    if (this.folder !== null) await rm(this.folder, { recursive: true, force: true });
  }
}

function start(args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'ignore', 'ipc'],
  });
}

/** The next message that has this member. */
function message<Body>(child: ChildProcess, member: string): Promise<Body> {
  return new Promise((settle, fail) => {
    const ended = (code: number | null): void => fail(new Error(`A server ended with ${code}`));
    const listen = (body: unknown): void => {
      if (typeof body !== 'object' || body === null || !(member in body)) return;
      child.off('message', listen);
      child.off('exit', ended);
      // Both ends are ours: references/job.mjs and report-usage.mjs.
      settle(body as Body);
    };
    child.on('message', listen);
    child.once('exit', ended);
  });
}

/** The port that Plenary prints. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((settle, fail) => {
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += String(chunk);
      const port = /localhost:(\d+)\/present/.exec(output)?.[1];
      if (port !== undefined) settle(Number(port));
    });
    child.once('exit', (code) => fail(new Error(`Plenary ended with ${code}: ${output}`)));
  });
}
