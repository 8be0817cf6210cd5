import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'vitest';
import { freePort } from '../../server/cli/cluster/free-port.ts';
import { Client } from '../integration/client.ts';
import type { RunningServer } from '../integration/running-server.ts';
import { twoNodes } from './some-nodes.ts';

const yes = { choices: [0], other: null };

/** A program that stands in front of nodes, as it is described for those who run them. */
interface Proxy {
  readonly program: string;
  readonly file: string;
  readonly args: (file: string, folder: string) => readonly string[];
  /** Makes of the shipped file one that needs no privileges. */
  readonly adapt: (text: string, port: number, folder: string) => string;
}

const proxies: Record<string, Proxy> = {
  nginx: {
    program: 'nginx',
    file: 'docs/deployment/nginx.conf',
    args: (file, folder) => [
      '-c',
      file,
      '-p',
      folder,
      '-e',
      join(folder, 'errors'),
      '-g',
      'daemon off;',
    ],
    adapt: (text, port, folder) =>
      `pid ${folder}/pid;\n${text}`
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replace(
          'http {',
          `http {\n${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
            .map((kind) => `  ${kind}_temp_path ${folder}/${kind};`)
            .join('\n')}`,
        ),
  },
  haproxy: {
    program: 'haproxy',
    file: 'docs/deployment/haproxy.cfg',
    args: (file) => ['-db', '-f', file],
    adapt: (text, port) => text.replace('bind :80', `bind 127.0.0.1:${port}`),
  },
};

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a proxy before two nodes; resolves with its address once it passes on. */
async function startProxy(
  { expect, onTestFinished }: TestContext,
  { program, file, args, adapt }: Proxy,
  nodes: readonly RunningServer[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-proxy-'));
  const port = await freePort();
  const named = nodes.reduce(
    (text, { url }, place) => text.replace(`node${place + 1}:3000`, new URL(url).host),
    await readFile(file, 'utf8'),
  );
  // There are two here.
  const text = named.replace(/^ *server .*node3:3000.*$/m, '');
  const own = join(folder, 'settings');
  await writeFile(own, adapt(text, port, folder));
  const child: ChildProcess = spawn(program, args(own, folder), {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    const ended = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    if (child.exitCode === null) await ended;
    await rm(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  await expect.poll(isReady, { timeout: 20_000 }).toBe(true);
  return url;
}

for (const [name, proxy] of Object.entries(proxies)) {
  describe.skipIf(!isInstalled(proxy.program))(`nodes behind ${name}`, () => {
    it('[N10] are reached by WebSocket and by long polling, and show one session', async (context) => {
      const { expect } = context;
      const { a, b } = await twoNodes(context);
      const url = await startProxy(context, proxy, [a, b]);
      const code = await b.session();
      const console = await Client.console(url, code);
      const stage = await Client.stage(url, code);
      await console.show(1);
      const phones = await Promise.all(
        (['websocket', 'polling', 'polling'] as const).map((transport) =>
          Client.attendee(url, code, { transports: [transport] }),
        ),
      );
      for (const phone of phones)
        expect(await phone.answer('tea', yes)).toMatchObject({ ok: true });
      await stage.until<{ answered: number }>('activity:changed', ({ answered }) => answered === 3);
      for (const path of ['/metrics', '/metrics/', '/%6detrics', '/%6Detrics/?x']) {
        expect((await fetch(url + path)).status).toBe(404);
      }
      expect(await (await fetch(`${url}/j/${code}`)).text()).toContain('<title>');
      for (const client of [console, stage, ...phones]) client.close();
    });

    it('[N10] are left out once they have ended', async (context) => {
      const { expect } = context;
      const { a, b } = await twoNodes(context);
      const url = await startProxy(context, proxy, [a, b]);
      const code = await b.session();
      await a.app.close();
      for (const transport of ['websocket', 'polling'] as const) {
        const isIn = () =>
          Client.attendee(url, code, { transports: [transport] }).then(
            (phone) => phone.socket.connected,
            () => false,
          );
        await expect.poll(isIn, { timeout: 20_000 }).toBe(true);
      }
    });

    it('[N10] [A6] are told the address of each visitor, and not what one claims', async (context) => {
      const { expect } = context;
      const { a, b } = await twoNodes(context);
      const url = await startProxy(context, proxy, [a, b]);
      // Another claimed address for each guess would escape every limit.
      const guess = (at: number) =>
        fetch(`${url}/api/v1/sessions`, {
          headers: {
            Authorization: 'Bearer not-the-right-key',
            'X-Forwarded-For': `203.0.113.${at}`,
          },
        });
      let last = 0;
      for (let at = 1; at <= 11; at += 1) last = (await guess(at)).status;
      expect(last).toBe(429);
    });
  });
}
