// PostgreSQL, three nodes and a balancer on this machine, until Ctrl-C. What is recorded is gone afterwards.
import { spawn, type ChildProcess } from 'node:child_process';
import { randomText } from '../../auth/random.ts';
import { reachableHost } from '../../start/environment.ts';
import { freePort } from './free-port.ts';
import { Balancer } from './balancer.ts';
import { TrialDatabase } from './trial-database.ts';

const NAMES = ['one', 'two', 'three'];

/** A node that serves. */
interface Node {
  readonly name: string;
  readonly child: ChildProcess;
  readonly port: number;
}

const port = Number(process.env['PORT'] || 3000);
const key = process.env['PRESENTER_KEY'] || randomText(18);
const joinUrl = process.env['PUBLIC_URL'] || `http://${reachableHost(undefined)}:${port}`;

const database = await TrialDatabase.start();
const nodes: Node[] = [];
let balancer: Balancer | null = null;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop(0));
try {
  nodes.push(...(await Promise.all(NAMES.map(startNode))));
  balancer = await Balancer.start(
    nodes.map((node) => `http://127.0.0.1:${node.port}`),
    port,
  );
  announce();
} catch (error) {
  process.stderr.write(`\n  The cluster cannot start: ${String(error)}\n\n`);
  await stop(1);
}

function announce(): void {
  process.stdout.write(
    [
      '',
      '  Three nodes of Plenary are running on one PostgreSQL.',
      '',
      `  Presenter   http://localhost:${port}/present#key=${encodeURIComponent(key)}`,
      `  Attendees   ${joinUrl}`,
      '',
      ...nodes.map(
        (node) =>
          `  Node ${node.name.padEnd(6)} http://localhost:${node.port}  (process ${node.child.pid})`,
      ),
      `  PostgreSQL  ${database.url()}`,
      '',
      '  End one of the nodes, and go on: kill -9 and its process.',
      '  Stop with Ctrl-C. What was recorded is gone then.',
      '',
      '',
    ].join('\n'),
  );
}

/** Starts a node on a free port; resolves when it serves. */
async function startNode(name: string): Promise<Node> {
  const own = await freePort();
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    env: {
      ...process.env,
      ...{ NODE_ENV: 'production', PORT: String(own), HOST: '127.0.0.1', NODE_NAME: name },
      ...{ DATABASE_URL: database.url(), PRESENTER_KEY: key, PUBLIC_URL: joinUrl },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((serves, fails) => {
    child.once('exit', (code) => fails(new Error(`node ${name} ended with ${code}. ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Plenary is running')) serves({ name, child, port: own });
    });
  });
}

async function stop(code: number): Promise<void> {
  await balancer?.stop();
  await Promise.all(
    nodes.map(async ({ child }) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
    }),
  );
  await database.stop();
  process.exit(code);
}
