import { Client } from 'pg';
import type { OnFault } from '../../telemetry/guarded.ts';
import type { Postgres } from './postgres.ts';
import { FACTS_CHANNEL } from './statements.ts';

/** The channel on which nodes pass on messages that are kept nowhere. */
const MESSAGES_CHANNEL = 'plenary_messages';

/** PostgreSQL takes no longer text than this. */
const LONGEST_BYTES = 7_999;

/** Milliseconds between two tries to connect, and between two questions to a connection that is silent. */
const BETWEEN_TRIES_MS = 500;
const ASK_EVERY_MS = 5_000;

/** Facts of a session that another node has written, up to this number; 0 where it has deleted the session. */
export interface FactsHint {
  readonly session: string;
  readonly last: number;
}

interface Listeners {
  readonly onFacts: (hint: FactsHint) => void;
  readonly onMessage: (message: unknown) => void;
  /** Called at each connection: whatever was told before it is lost. */
  readonly onConnected: () => void;
  readonly onFault: OnFault;
}

/**
 * Passes hints and messages between nodes, by `LISTEN` and `NOTIFY`. They may be lost: facts are read from their
 * table, and nothing else that matters is told here.
 */
export class NodeChannel {
  #client: Client | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isStopped = false;

  constructor(
    readonly postgres: Postgres,
    readonly listeners: Listeners,
  ) {
    void this.#connect();
  }

  /** Tells all other nodes. A message that is too long, or cannot be sent now, is dropped. */
  send(message: unknown): void {
    const text = JSON.stringify([this.postgres.process, message]);
    if (Buffer.byteLength(text) > LONGEST_BYTES) return;
    this.postgres.answers
      .query('SELECT pg_notify($1, $2)', [MESSAGES_CHANNEL, text])
      .catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    await this.#client?.end().catch(() => undefined);
  }

  async #connect(): Promise<void> {
    const client = new Client({ ...this.postgres.config, query_timeout: ASK_EVERY_MS });
    this.#client = client;
    let isLost = false;
    const lost = (): void => {
      if (isLost) return;
      isLost = true;
      client.end().catch(() => undefined);
      this.#again(() => this.#connect(), BETWEEN_TRIES_MS);
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ channel, payload = '' }) => this.#heard(channel, payload));
    try {
      await client.connect();
      await client.query(`LISTEN ${FACTS_CHANNEL}; LISTEN ${MESSAGES_CHANNEL}`);
    } catch {
      lost();
      return;
    }
    this.listeners.onConnected();
    this.#keepAsking(client, lost);
  }

  /** A connection whose other end is gone says nothing of it. */
  #keepAsking(client: Client, lost: () => void): void {
    this.#again(async () => {
      try {
        await client.query('SELECT 1');
        this.#keepAsking(client, lost);
      } catch {
        lost();
      }
    }, ASK_EVERY_MS);
  }

  #again(task: () => Promise<void>, milliseconds: number): void {
    if (this.#isStopped) return;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void task(), milliseconds);
  }

  #heard(channel: string, payload: string): void {
    try {
      if (channel === FACTS_CHANNEL) this.#heardFacts(payload);
      else this.#heardMessage(payload);
    } catch (error) {
      this.listeners.onFault(error);
    }
  }

  #heardFacts(payload: string): void {
    const [session = '', last = '', ...sender] = payload.split(' ');
    if (sender.join(' ') !== this.postgres.process)
      this.listeners.onFacts({ session, last: Number(last) });
  }

  #heardMessage(payload: string): void {
    const parsed: unknown = JSON.parse(payload);
    if (!Array.isArray(parsed)) return;
    const [sender, message] = parsed as unknown[];
    if (sender !== this.postgres.process) this.listeners.onMessage(message);
  }
}
