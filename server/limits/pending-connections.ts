// So many cost little memory, and no hall has as many on their way in at once.
const MAX_PENDING = 10_000;

interface PendingConnection {
  close(reason: 'entry-timeout' | 'too-many-pending'): void;
}

/**
 * Connections that have not joined a session. Each costs its owner one request, and the server
 * memory: one that does not join in time is closed, and where there are too many, the oldest is.
 * Phones of a hall join within a moment, so the oldest is hardly ever one of theirs.
 */
export class PendingConnections {
  readonly #timers = new Map<PendingConnection, NodeJS.Timeout>();

  /** `timeout` in milliseconds. */
  constructor(
    readonly timeout: number,
    readonly max = MAX_PENDING,
  ) {}

  add(connection: PendingConnection): void {
    this.remove(connection);
    this.#timers.set(
      connection,
      setTimeout(() => connection.close('entry-timeout'), this.timeout),
    );
    const [oldest] = this.#timers.keys();
    if (this.#timers.size > this.max) oldest?.close('too-many-pending');
  }

  /** Forgets a connection that has joined or ended. */
  remove(connection: PendingConnection): void {
    clearTimeout(this.#timers.get(connection));
    this.#timers.delete(connection);
  }
}
