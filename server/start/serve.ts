import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join, resolve } from 'node:path';
import { pino, type Logger } from 'pino';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { createApp, type App } from './app.ts';
import { maxConnections } from '../limits/load-shedding.ts';
import { Decks } from '../decks/decks.ts';
import { reachableHost, type Environment } from './environment.ts';
import type { Pages } from '../http/pages.ts';
import { createHttpServer, defaultTimeouts } from '../http/http-timeouts.ts';
import { keptKey, presenterKey } from '../auth/presenter-key.ts';
import { reopeningLog } from '../storage/reopening-log.ts';
import { sqliteLog } from '../storage/sqlite-log.ts';
import { ServerLogger } from '../telemetry/logger.ts';

/** A server that listens. */
export interface Running {
  readonly app: App;
  /** The address that attendees use, without a slash at its end. */
  readonly joinUrl: string;
  /** Signs a browser in: it holds the key. */
  readonly presenterUrl: string;
  /** Why nothing can be recorded yet, in words; null where it can. */
  readonly trouble: string | null;
}

/** Builds everything from the environment and listens; else why not, in words. */
export async function serve(
  environment: Environment,
  slides: string,
  pagesOf: (http: Server) => Promise<Pages>,
): Promise<Result<Running, string>> {
  const dataDir = resolve(environment.dataDir);
  const prepared = await prepareData(dataDir, environment.presenterKey);
  if (!prepared.ok) return prepared;
  const open = () => sqliteLog(join(dataDir, 'plenary.db'), Date.now);
  const opened = await open();
  const trouble = opened.ok ? null : `${opened.error.message} The data folder is ${dataDir}.`;
  // What a person has to set right ends the start. The rest may pass, and the server says it meanwhile.
  if (!opened.ok && opened.error.name === 'read-only') return failure(trouble ?? '');
  const http = createHttpServer(defaultTimeouts);
  const logger = new ServerLogger(createLogger());
  let joinUrl = environment.publicUrl ?? '';
  const app = createApp({
    http,
    timeouts: defaultTimeouts,
    log: opened.ok ? opened.value : reopeningLog(open),
    key: presenterKey(prepared.value),
    decks: new Decks(slides),
    pages: await pagesOf(http),
    baseUrl: () => joinUrl,
    publicUrl: environment.publicUrl,
    now: Date.now,
    logger,
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
  const presenterUrl = `${deskUrl}#key=${encodeURIComponent(prepared.value)}`;
  return success({ app, joinUrl, presenterUrl, trouble });
}

/** On a full disk what is written here is lost, and the server is not. */
function stderr() {
  return pino.destination(2).on('error', () => undefined);
}

/** Writes JSON to stderr. Somebody who sits before it is told only of what is not as it should be. */
function createLogger(): Logger {
  const level = process.stderr.isTTY ? 'warn' : 'info';
  const timestamp = pino.stdTimeFunctions.isoTime;
  const formatters = { level: (label: string) => ({ level: label }) };
  return pino({ level, base: null, timestamp, formatters }, stderr());
}

/** The key, once the data folder is there and can be written to. */
async function prepareData(dataDir: string, given: string | null): Promise<Result<string, string>> {
  try {
    await mkdir(dataDir, { recursive: true });
    return success(given ?? (await keptKey(dataDir)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failure(
      `The data folder ${dataDir} cannot be used (${reason}). Set DATA_DIR to another.`,
    );
  }
}

function listen(http: Server, { port, host }: Environment): Promise<Result<number, string>> {
  return new Promise((settle) => {
    http.once('error', (error: NodeJS.ErrnoException) => settle(failure(whyDeaf(error, port))));
    http.listen(port, host, () => {
      const address = http.address();
      settle(success(typeof address === 'object' && address !== null ? address.port : port));
    });
  });
}

function whyDeaf(error: NodeJS.ErrnoException, port: number): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${port} is taken by another program. Stop that, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === 'EACCES')
    return `This user may not listen on port ${port}. Choose one above 1023.`;
  return `Plenary could not listen on port ${port}: ${error.message}`;
}
