import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApp, type App } from '../../server/start/app.ts';
import { Decks } from '../../server/decks/decks.ts';
import { builtPages } from '../../server/http/pages.ts';
import {
  createHttpServer,
  defaultTimeouts,
  type HttpTimeouts,
} from '../../server/http/http-timeouts.ts';
import { defaultIdleLimits, type IdleLimits } from '../../server/live/idle-sessions.ts';
import { presenterKey } from '../../server/auth/presenter-key.ts';
import type { EventLog } from '../../server/storage/event-log.ts';
import { postgresAt, type Postgres } from '../../server/storage/postgres/postgres.ts';
import { postgresLog } from '../../server/storage/postgres/postgres-log.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { ServerLogger } from '../../server/telemetry/logger.ts';

export const KEY = 'the-presenters-own-key';

/** A deck with one question of each kind of conduct. */
export const deckText = `---
title: A small deck
---

# A small deck

<!-- The first secret note -->

---

## First

\`\`\`poll
id: tea
question: Tea?
options: ['Yes', 'No']
\`\`\`

<!-- The second secret note -->

---

## Second

\`\`\`poll
id: biscuit
question: Which biscuit?
options: [Plain, Chocolate]
other: true
open: manual
results: revealed
\`\`\`

---

## Third

\`\`\`rating
id: maturity
question: How far are you?
rows: [Data, People]
\`\`\`
`;

const wrongDeckText = `# A deck with two mistakes

---

\`\`\`poll
id: tea
question: Tea?
optoins: ['Yes', 'No']
\`\`\`
`;

type Around = (log: EventLog) => EventLog;

interface Settings {
  /** The server's clock, in milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  readonly timeouts: HttpTimeouts;
  /** Wraps the log, to delay it. */
  readonly around: Around;
  /** The times after which sessions are let go. */
  readonly idleLimits: IdleLimits;
  readonly keepDays: number | null;
  /** A PostgreSQL database, and the name of this node; null for SQLite. */
  readonly database: { readonly url: string; readonly node: string } | null;
}

const plain: Settings = {
  ...{ now: Date.now, timeouts: defaultTimeouts, around: (log) => log },
  ...{ idleLimits: defaultIdleLimits, keepDays: null, database: null },
};

/** A whole server on loopback: real sockets, a real database, real decks in a folder of its own. */
export class RunningServer {
  private constructor(
    readonly app: App,
    readonly log: EventLog,
    /** The connections to its database; null on SQLite. */
    readonly postgres: Postgres | null,
    readonly url: string,
    readonly folder: string,
    /** The lines of the server's log. */
    readonly logged: readonly string[],
    readonly settings: Settings,
  ) {}

  /** Faults that nobody expected, which should be none. */
  get faults(): readonly string[] {
    return this.logged.filter((line) => line.includes('"msg":"fault"'));
  }

  static start(
    now: () => number = Date.now,
    timeouts: HttpTimeouts = defaultTimeouts,
    around: Around = (log) => log,
    idleLimits = defaultIdleLimits,
    keepDays: number | null = null,
  ): Promise<RunningServer> {
    return RunningServer.#startWith({ ...plain, now, timeouts, around, idleLimits, keepDays });
  }

  /** Starts one of several nodes on a PostgreSQL database, which are alike. */
  static node(url: string, node: string, more: Partial<Settings> = {}): Promise<RunningServer> {
    return RunningServer.#startWith({ ...plain, ...more, database: { url, node } });
  }

  /** Serves what a folder holds: `plenary.db` and `slides/`. The folder goes with the server. */
  static onFolder(folder: string): Promise<RunningServer> {
    return RunningServer.#serve(folder, plain);
  }

  static async #startWith(settings: Settings): Promise<RunningServer> {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-server-'));
    await mkdir(join(folder, 'slides/small'), { recursive: true });
    await writeFile(join(folder, 'slides/small/deck.md'), deckText);
    await writeFile(
      join(folder, 'slides/small/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    );
    await mkdir(join(folder, 'slides/wrong'));
    await writeFile(join(folder, 'slides/wrong/deck.md'), wrongDeckText);
    return RunningServer.#serve(folder, settings);
  }

  static async #serve(folder: string, settings: Settings): Promise<RunningServer> {
    const { database, now, timeouts } = settings;
    const postgres = database && postgresAt(database.url, database.node);
    const opened =
      postgres === null
        ? await sqliteLog(join(folder, 'plenary.db'), now)
        : await postgresLog(postgres, now);
    if (!opened.ok) throw new Error(opened.error.message);
    const http = createHttpServer(timeouts);
    const logged: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
    let url = '';
    const app = createApp({
      ...{ http, postgres, ...settings },
      log: settings.around(opened.value),
      key: presenterKey(KEY),
      decks: new Decks(join(folder, 'slides')),
      pages: builtPages('dist/client'),
      baseUrl: () => url,
      publicUrl: null,
      logger: new ServerLogger(logger),
      maxConnections: Infinity,
    });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    return new RunningServer(app, opened.value, postgres, url, folder, logged, settings);
  }

  /** Ends this server and resolves with another that has the same data, at another port. */
  async restart(): Promise<RunningServer> {
    await this.app.close();
    return RunningServer.#serve(this.folder, this.settings);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await rm(this.folder, { recursive: true });
  }

  /** Asks the HTTP interface with the key, and with a JSON body where one is given. */
  api(method: string, path: string, body?: unknown, key: string | null = KEY): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  /** Starts a session on the small deck and resolves with its code. */
  async session(): Promise<string> {
    const response = await this.api('POST', '/sessions', { deck: 'small' });
    const { code } = (await response.json()) as { code: string };
    return code;
  }

  /** Counts the packets that the server reads from connections opened from now on. */
  countPackets(): { readonly packets: number } {
    const counted = { packets: 0 };
    this.app.io.engine.on('connection', (wire: { on(event: 'packet', read: () => void): void }) =>
      wire.on('packet', () => {
        counted.packets += 1;
      }),
    );
    return counted;
  }

  /** Rewrites the small deck and tells the server that it changed, as a saved file does. */
  async rewriteDeck(text: string | Uint8Array): Promise<void> {
    await writeFile(join(this.folder, 'slides/small/deck.md'), text);
    await this.app.deckChanged('small');
  }
}
