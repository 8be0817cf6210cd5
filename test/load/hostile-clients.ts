import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { FloodReport } from './flood.ts';
import type { HostileTraffic } from './hostile-traffic.ts';
import { lastInLine } from './last-in-line.ts';
import type { Subject } from './subject.ts';

/** Clients in a process of their own, which have joined and wait. */
export interface HostileClients {
  begin(): void;
  /** Ends them; resolves with what they sent, where that was counted. */
  stop(): Promise<FloodReport | null>;
}

/** Prepares clients that send answers as fast as they can, or traffic of another kind. */
export async function prepareHostileClients(
  { server, code }: Subject,
  clients: number,
  kind: HostileTraffic | 'answers' = 'answers',
): Promise<HostileClients> {
  const url = `http://127.0.0.1:${server.port}`;
  const tool = ['test/load/hostile-clients-process.ts', url, code, String(clients), kind];
  const child = fork(resolve('server/cli/run-ts.mjs'), tool, lastInLine);
  await new Promise((ready) => child.once('message', ready));
  return {
    begin: () => void child.send('begin'),
    stop: () =>
      new Promise((done) => {
        // The only other message that it sends.
        child.once('message', (message) => done((message as { report: FloodReport }).report));
        child.send('stop');
      }),
  };
}
