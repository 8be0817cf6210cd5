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

/** A whole server on loopback: real sockets, real SQLite, real decks in a folder of its own. */
export class RunningServer {
  private constructor(
    readonly app: App,
    readonly log: EventLog,
    readonly url: string,
    readonly folder: string,
    readonly now: () => number,
    readonly timeouts: HttpTimeouts,
    /** The lines of the server's log. */
    readonly logged: readonly string[],
    readonly around: Around,
    readonly idleLimits: IdleLimits,
    readonly keepDays: number | null,
  ) {}

  /** Faults that nobody expected, which should be none. */
  get faults(): readonly string[] {
    return this.logged.filter((line) => line.includes('"msg":"fault"'));
  }

  /**
   * `now` is the server's clock, in milliseconds since 1970-01-01 UTC; `around` may wrap the log,
   * to delay it; `idleLimits` says when sessions are let go, `keepDays` for how long they are kept.
   */
  static async start(
    now: () => number = Date.now,
    waiting: HttpTimeouts = defaultTimeouts,
    around: Around = (log) => log,
    idleLimits = defaultIdleLimits,
    keepDays: number | null = null,
  ): Promise<RunningServer> {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-server-'));
    await mkdir(join(folder, 'slides/small'), { recursive: true });
    await writeFile(join(folder, 'slides/small/deck.md'), deckText);
    await writeFile(
      join(folder, 'slides/small/dot.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    );
    await mkdir(join(folder, 'slides/wrong'));
    await writeFile(join(folder, 'slides/wrong/deck.md'), wrongDeckText);
    return RunningServer.#serve(folder, now, waiting, around, idleLimits, keepDays);
  }

  /** Serves what a folder holds: `plenary.db` and `slides/`. The folder goes with the server. */
  static onFolder(folder: string): Promise<RunningServer> {
    const plain = [Date.now, defaultTimeouts, (log: EventLog) => log, defaultIdleLimits] as const;
    return RunningServer.#serve(folder, ...plain, null);
  }

  static async #serve(
    folder: string,
    now: () => number,
    waiting: HttpTimeouts,
    around: Around,
    idleLimits: IdleLimits,
    keepDays: number | null,
  ): Promise<RunningServer> {
    const opened = await sqliteLog(join(folder, 'plenary.db'), now);
    if (!opened.ok) throw new Error(opened.error.message);
    const http = createHttpServer(waiting);
    const logged: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line) => void logged.push(line) });
    let url = '';
    const app = createApp({
      http,
      timeouts: waiting,
      log: around(opened.value),
      key: presenterKey(KEY),
      decks: new Decks(join(folder, 'slides')),
      pages: builtPages('dist/client'),
      baseUrl: () => url,
      publicUrl: null,
      keepDays,
      now,
      logger: new ServerLogger(logger),
      idleLimits,
      maxConnections: Infinity,
    });
    await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const settings = [now, waiting, logged, around, idleLimits, keepDays] as const;
    return new RunningServer(app, opened.value, url, folder, ...settings);
  }

  /** Ends this server and resolves with another that has the same data, at another port. */
  async restart(): Promise<RunningServer> {
    await this.app.close();
    const { folder, now, timeouts, around, idleLimits, keepDays } = this;
    return RunningServer.#serve(folder, now, timeouts, around, idleLimits, keepDays);
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

  /** Rewrites the small deck and tells the server that it changed, as a saved file does. */
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

  async rewriteDeck(text: string | Uint8Array): Promise<void> {
    await writeFile(join(this.folder, 'slides/small/deck.md'), text);
    await this.app.deckChanged('small');
  }
}
