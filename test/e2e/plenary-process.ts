import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { reservePort } from './reserve-port.ts';

export const KEY = 'the-presenters-own-key';

/** The built product as a process of its own, with a data folder that outlives a kill. */
export class PlenaryProcess {
  #child: ChildProcess | null = null;
  output = '';

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly releasePort?: () => void,
    private readonly environment: Readonly<Record<string, string>> = {},
  ) {}

  /**
   * `decks` are copied into its slides folder, beside the module's own; `environment` has further
   * settings.
   */
  static async start(
    decks: readonly string[] = [],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<PlenaryProcess> {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-e2e-'));
    await cp('slides', join(folder, 'slides'), { recursive: true });
    for (const deck of decks) {
      const name = deck.split('/').at(-1) ?? deck;
      await cp(deck, join(folder, 'slides', name), { recursive: true });
    }
    for (const built of ['dist', 'node_modules'])
      await symlink(resolve(built), join(folder, built));
    const { port, release } = await reservePort();
    const plenary = new PlenaryProcess(folder, port, release, environment);
    await plenary.run();
    return plenary;
  }

  /** A process that was started elsewhere, and is stopped there. */
  static shared({ folder, port }: { folder: string; port: number }): PlenaryProcess {
    return new PlenaryProcess(folder, port);
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  /**
   * Starts the process, at the same port each time; resolves when it serves. Its disk may be `full`
   * from the beginning, and its `openFiles` (connections among them) may be few.
   */
  async run({ full = false, openFiles = 0 } = {}): Promise<void> {
    const limits = [
      ...(full ? ['--fsize=1:'] : []),
      ...(openFiles > 0 ? [`--nofile=${openFiles}`] : []),
    ];
    const command = [process.execPath, 'dist/server/main.js'];
    const limited = limits.length > 0 ? ['prlimit', ...limits, ...command] : command;
    const [program = '', ...args] = limited;
    const child = spawn(program, args, {
      cwd: this.folder,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        PORT: String(this.port),
        DATA_DIR: join(this.folder, 'data'),
        PRESENTER_KEY: KEY,
        ...this.environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    this.output = '';
    await new Promise<void>((serves, fails) => {
      const read = (chunk: Buffer): void => {
        this.output += String(chunk);
        if (/localhost:\d+\/present/.test(this.output)) serves();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      child.once('exit', (code) => fails(new Error(`Plenary ended with ${code}: ${this.output}`)));
    });
  }

  /** Starts the process again where an earlier test left it ended. */
  async ensureRunning(): Promise<void> {
    if (this.#child?.exitCode !== null || this.#child.signalCode !== null) await this.run();
  }

  /** Ends the process without warning, as a power cut does. */
  async killHard(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends the process in its own way, and starts it again, as an update does. */
  async restart(): Promise<void> {
    await this.#end('SIGTERM');
    await this.run();
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    this.releasePort?.();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The database file. */
  get database(): string {
    return join(this.folder, 'data/plenary.db');
  }

  /**
   * Limits the size of all files of the process: to it, the disk is full. `false` lifts the limit.
   * Needs no privileges, and only util-linux.
   */
  async fillDisk(full: boolean): Promise<void> {
    const limit = `--fsize=${full ? '1' : 'unlimited'}:`;
    await promisify(execFile)('prlimit', ['--pid', String(this.#child?.pid), limit]);
  }

  /** The name of the reason for which it is not ready, or `ready`. */
  async readiness(): Promise<string> {
    const response = await fetch(`${this.url}/readyz`);
    const { reasons = [] } = (await response.json()) as { reasons?: { name: string }[] };
    return reasons[0]?.name ?? (response.ok ? 'ready' : 'not ready');
  }

  /** Asks the HTTP interface, with the key. */
  api(method: string, path: string, body?: unknown): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Starts a session and resolves with its code. */
  async session(deck = 'pioneers'): Promise<string> {
    const response = await this.api('POST', '/sessions', { deck });
    return ((await response.json()) as { code: string }).code;
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((done) => child.once('exit', done));
    child.kill(signal);
    await ended;
  }
}
