import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { readEnvironment } from './environment.ts';
import type { Pages } from '../http/pages.ts';
import { serve, type Running } from './serve.ts';

/**
 * Serves until it is told to stop, and says on the terminal what a presenter needs. Resolves with
 * the running server; ends the process where it cannot run.
 */
export async function run(pagesOf: (http: Server) => Promise<Pages>): Promise<Running> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) return giveUp(environment.error);
  const running = await serve(environment.value, resolve('slides'), pagesOf);
  if (!running.ok) return giveUp(running.error);
  stopOnSignal(running.value);
  announce(running.value);
  return running.value;
}

function announce({ presenterUrl, joinUrl, trouble }: Running): void {
  if (trouble !== null) process.stderr.write(`\n  Nothing can be recorded yet: ${trouble}\n`);
  process.stdout.write(
    [
      '',
      '  Plenary is running.',
      '',
      `  Presenter   ${presenterUrl}`,
      `  Attendees   ${joinUrl}`,
      '',
      '  Stop with Ctrl-C.',
      '',
      '',
    ].join('\n'),
  );
}

function stopOnSignal({ app }: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    process.stdout.write('\n  Plenary stops. Nothing that was recorded is lost.\n');
    void app.close().finally(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function giveUp(reason: string): never {
  process.stderr.write(`\n  Plenary cannot start: ${reason}\n\n`);
  process.exit(1);
}
