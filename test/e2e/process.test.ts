import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../server/storage/sqlite.ts';

const KEY = 'the-presenters-own-key';

let folder = '';
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenary-process-'));
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** The built server, with these variables; `command` may put a shell's limits before it. */
function start(variables: Record<string, string>, command = 'exec "$0" dist/server/main.js') {
  const child = spawn('bash', ['-c', command, process.execPath], {
    env: { ...process.env, PORT: '0', DATA_DIR: folder, PRESENTER_KEY: KEY, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code) => done({ code, output }));
  });
  const url = new Promise<string>((serves) => {
    const read = (chunk: Buffer): void => {
      output += String(chunk);
      const address = /(http:\/\/localhost:\d+)\/present/.exec(output)?.[1];
      if (address !== undefined) serves(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
  return { child, url, ended, said: () => output };
}

function listening(): Promise<Server> {
  const server = createServer();
  return new Promise((done) => server.listen(0, () => done(server)));
}

describe('a server that starts', () => {
  it('prints where to present, where to join and how to stop, and stops cleanly', async () => {
    const { child, url, ended, said } = start({});
    expect(await url).toMatch(/^http:\/\/localhost:\d+$/);
    expect(said()).toContain(`/present#key=${KEY}`);
    expect(said()).toMatch(/Attendees +http:\/\//);
    expect(said()).toContain('Ctrl-C');
    child.kill('SIGINT');
    const { code, output } = await ended;
    expect(code).toBe(0);
    expect(output).toContain('Nothing that was recorded is lost');
  });

  it('generates a key, keeps it, and prints its link', async () => {
    const first = start({ PRESENTER_KEY: '' });
    await first.url;
    const key = /#key=(\S+)/.exec(first.said())?.[1];
    expect(key?.length).toBeGreaterThanOrEqual(20);
    first.child.kill('SIGTERM');
    await first.ended;
    const second = start({ PRESENTER_KEY: '' });
    await second.url;
    expect(second.said()).toContain(`#key=${key}`);
  });
});

// Root may write anywhere, unless it drops that capability.
const asUser =
  process.getuid?.() === 0
    ? 'exec setpriv --bounding-set=-dac_override --inh-caps=-dac_override "$0" dist/server/main.js'
    : 'exec "$0" dist/server/main.js';

async function readiness(url: string): Promise<string> {
  const { reasons = [] } = (await (await fetch(`${url}/readyz`)).json()) as {
    reasons?: { name: string }[];
  };
  return reasons[0]?.name ?? 'ready';
}

describe('a server that may not write its database at its start', () => {
  const ask = async (url: string, method: string): Promise<number> => {
    const headers = { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' };
    const body = method === 'POST' ? { body: JSON.stringify({ deck: 'pioneers' }) } : {};
    return (await fetch(`${url}/api/v1/sessions`, { method, headers, ...body })).status;
  };

  /** Leaves nothing beside the database file. */
  const emptyLog = async (): Promise<void> => {
    const database = await openSqlite(join(folder, 'plenary.db'));
    await database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    database.close();
    for (const end of ['-wal', '-shm']) await rm(join(folder, `plenary.db${end}`), { force: true });
  };

  it.each([
    ['its file', ['plenary.db'], 0o444, 0o644],
    ['all its files', ['plenary.db', 'plenary.db-wal', 'plenary.db-shm'], 0o444, 0o644],
    ['its folder', ['.'], 0o555, 0o755],
  ])(
    '[S10] says so, and takes answers by itself once it may write %s',
    async (_, names, closed, open) => {
      const first = start({}, asUser);
      expect(await ask(await first.url, 'POST')).toBe(201);
      first.child.kill('SIGKILL');
      await first.ended;
      const change = async (mode: number): Promise<void> => {
        for (const name of names) await chmod(join(folder, name), mode).catch(() => undefined);
      };
      if (names.length === 1) await emptyLog();
      await change(closed);
      const second = start({}, asUser);
      const url = await second.url;
      expect(second.said()).toContain('Nothing can be recorded yet');
      expect(await readiness(url)).toBe('read-only');
      expect(await ask(url, 'POST')).toBe(503);
      await change(open);
      await expect.poll(() => readiness(url)).toBe('ready');
      expect(await ask(url, 'POST')).toBe(201);
      expect(await ask(url, 'GET')).toBe(200);
    },
  );
});

describe('a server that cannot start', () => {
  it('says so and ends where its port is taken', async () => {
    const other = await listening();
    const port = String((other.address() as AddressInfo).port);
    const { code, output } = await start({ PORT: port }).ended;
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is taken`);
    expect(output).not.toMatch(/\bat .*\.js:\d+/);
    other.close();
  });

  it('says so and ends where its data folder is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    const { code, output } = await start({ DATA_DIR: join(folder, 'file') }).ended;
    expect(code).toBe(1);
    expect(output).toContain('cannot be used');
    expect(output).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('[S10] says so and ends where its data folder cannot be written to', async () => {
    await chmod(folder, 0o555);
    const { code, output } = await start({}, asUser).ended;
    await chmod(folder, 0o755);
    expect(code).toBe(1);
    expect(output).toContain('cannot be written to');
    expect(output).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('says so and ends where a variable has no valid value', async () => {
    const { code, output } = await start({ PUBLIC_URL: 'nonsense' }).ended;
    expect(code).toBe(1);
    expect(output).toContain('PUBLIC_URL');
  });
});
