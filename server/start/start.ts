import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { pino, type Logger } from 'pino';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { createApp, type App } from './app.ts';
import { maxConnections } from '../limits/load-shedding.ts';
import { Decks } from '../decks/decks.ts';
import { defaultIdleLimits } from '../live/idle-sessions.ts';
import { readEnvironment, reachableHost, type Environment } from './environment.ts';
import { openStore } from './open-store.ts';
import { keepServing } from './keep-serving.ts';
import { trustProxies } from '../http/trusted-proxies.ts';
import type { Pages } from '../http/pages.ts';
import { createHttpServer, defaultTimeouts } from '../http/http-timeouts.ts';
import { presenterKey } from '../auth/presenter-key.ts';
import { ServerLogger } from '../telemetry/logger.ts';

/** A server that listens. */
interface Running {
  readonly app: App;
  /** The address that attendees use, without a slash at its end. */
  readonly joinUrl: string;
  /** Signs a browser in: it holds the key. */
  readonly presenterUrl: string;
  /** The reason, in words, that nothing can be recorded yet; null where it can. */
  readonly trouble: string | null;
}

/**
 * Serves until a signal stops it, and prints the addresses for presenter and attendees. Resolves with
 * the running server; ends the process where it cannot run.
 */
export async function start(pagesOf: (http: Server) => Promise<Pages>): Promise<Running> {
  const environment = readEnvironment(process.env);
  if (!environment.ok) return giveUp(environment.error);
  const running = await serve(environment.value, pagesOf);
  if (!running.ok) return giveUp(running.error);
  keepServing(process, (error) => running.value.app.fault(error));
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

/** Builds the server from the environment and listens; fails with the reason in words. */
async function serve(
  environment: Environment,
  pagesOf: (http: Server) => Promise<Pages>,
): Promise<Result<Running, string>> {
  const opened = await openStore(environment);
  if (!opened.ok) return opened;
  const { log, key, postgres, now, trouble } = opened.value;
  const http = createHttpServer(defaultTimeouts);
  if (environment.trustedProxies !== null) trustProxies(http, environment.trustedProxies);
  const logger = new ServerLogger(createLogger());
  let joinUrl = environment.publicUrl ?? '';
  const app = createApp({
    http,
    timeouts: defaultTimeouts,
    log,
    key: presenterKey(key),
    decks: new Decks(resolve(environment.decksDir)),
    pages: await pagesOf(http),
    baseUrl: () => joinUrl,
    publicUrl: environment.publicUrl,
    keepDays: environment.keepDays,
    now,
    logger,
    idleLimits: defaultIdleLimits,
    postgres,
    maxConnections: maxConnections(process.report.getReport()),
  });
  const port = await listen(http, environment);
  if (!port.ok) {
    await app.close();
    return port;
  }
  logger.started();
  joinUrl = environment.publicUrl ?? `http://${reachableHost(environment.host)}:${port.value}`;
  const deskUrl = `${environment.publicUrl ?? `http://localhost:${port.value}`}/present`;
  const presenterUrl = `${deskUrl}#key=${encodeURIComponent(key)}`;
  return success({ app, joinUrl, presenterUrl, trouble });
}

/** On a full disk log lines are lost, and the server goes on. */
function stderr() {
  return pino.destination(2).on('error', () => undefined);
}

/** Writes JSON to stderr; on a terminal, warnings and errors only. */
function createLogger(): Logger {
  const level = process.stderr.isTTY ? 'warn' : 'info';
  const timestamp = pino.stdTimeFunctions.isoTime;
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: null, timestamp, formatters }, stderr());
}

function listen(http: Server, { port, host }: Environment): Promise<Result<number, string>> {
  return new Promise((settle) => {
    http.once('error', (error: NodeJS.ErrnoException) => settle(failure(listenError(error, port))));
    http.listen(port, host, () => {
      const address = http.address();
      settle(success(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function listenError(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one above 1023.`;
  return `Plenary could not listen on port ${port}: ${error.message}`;
}
