import { spawn, type ChildProcess } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

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
    // Root may write anywhere, unless it drops that capability.
    const asRoot = process.getuid?.() === 0;
    const drop = 'setpriv --bounding-set=-dac_override --inh-caps=-dac_override';
    const command = `exec ${asRoot ? drop : ''} "$0" dist/server/main.js`;
    const { code, output } = await start({}, command).ended;
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
