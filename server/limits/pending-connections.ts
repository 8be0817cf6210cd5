import type { Caller } from '../auth/caller.ts';

// All that are opened within three seconds, at most: hardly a phone is slower, and one client that opens
// them costs less than 5 MB.
const MAX_PENDING = 1_500;
// A page opens one, and pages that are loaded again and again leave some behind.
const MOST_OF_ONE_TCP = 6;

interface PendingConnection {
  readonly caller: Caller;
  /** The TCP connection that it was opened with; null where a proxy's carries those of many. */
  readonly openedBy: object | null;
  close(reason: 'entry-timeout' | 'too-many-pending'): void;
}

/** The pending connections of one address, the oldest first. */
interface AtAddress {
  /** Those that have sent nothing since they were opened. */
  readonly silent: Set<PendingConnection>;
  readonly heard: Set<PendingConnection>;
}

/**
 * Connections that have not joined a session. Each costs its owner one request, and the server
 * memory: one that does not join in time is closed. Where there are too many, one goes of the address
 * that has more than half, or of all where none has: the oldest of those that never came back with
 * their id, or of those that did, where these are more. So a slow phone has as much time as nearly all
 * others, and a hall is not taken for a flood of one address where that comes from many. One TCP
 * connection, over which long polling could open them without end, has six.
 */
export class PendingConnections {
  readonly #timers = new Map<PendingConnection, NodeJS.Timeout>();
  readonly #addresses = new Map<string, AtAddress>();
  readonly #byTcp = new WeakMap<object, Set<PendingConnection>>();

  /** `timeout` in milliseconds. */
  constructor(
    readonly timeout: number,
    readonly max = MAX_PENDING,
  ) {}

  /** The number of addresses that are remembered. */
  get addresses(): number {
    return this.#addresses.size;
  }

  add(connection: PendingConnection): void {
    this.remove(connection);
    this.#timers.set(
      connection,
      setTimeout(() => connection.close('entry-timeout'), this.timeout),
    );
    const { address } = connection.caller;
    const at = this.#addresses.get(address) ?? { silent: new Set(), heard: new Set() };
    at.silent.add(connection);
    this.#addresses.set(address, at);
    this.#addToTcp(connection);
    if (this.#timers.size > this.max) this.#closeOne();
  }

  #addToTcp(connection: PendingConnection): void {
    const { openedBy } = connection;
    if (openedBy === null) return;
    const opened = this.#byTcp.get(openedBy) ?? new Set();
    this.#byTcp.set(openedBy, opened.add(connection));
    const [oldest] = opened;
    if (opened.size > MOST_OF_ONE_TCP) oldest?.close('too-many-pending');
  }

  /** Notes that a connection has sent something. */
  heard(connection: PendingConnection): void {
    const at = this.#addresses.get(connection.caller.address);
    if (at?.silent.delete(connection) === true) at.heard.add(connection);
  }

  /** Forgets a connection that has joined or ended. */
  remove(connection: PendingConnection): void {
    clearTimeout(this.#timers.get(connection));
    this.#timers.delete(connection);
    this.#removeFromTcp(connection);
    const { address } = connection.caller;
    const at = this.#addresses.get(address);
    at?.silent.delete(connection);
    at?.heard.delete(connection);
    if (at !== undefined && count(at) === 0) this.#addresses.delete(address);
  }

  #removeFromTcp(connection: PendingConnection): void {
    const { openedBy } = connection;
    if (openedBy === null) return;
    const opened = this.#byTcp.get(openedBy);
    opened?.delete(connection);
    if (opened?.size === 0) this.#byTcp.delete(openedBy);
  }

  #closeOne(): void {
    const [first, ...others] = this.#addresses.values();
    if (first === undefined) return;
    const most = others.reduce((a, b) => (count(b) > count(a) ? b : a), first);
    const oldest = count(most) > this.max / 2 ? oldestOf(most) : this.#oldestOfAll();
    oldest?.close('too-many-pending');
  }

  /** Without a list of them: it would be made at each connection of a flood. */
  #oldestOfAll(): PendingConnection | undefined {
    let silent = 0;
    for (const at of this.#addresses.values()) silent += at.silent.size;
    const isSilentMeant = silent >= this.#timers.size - silent;
    for (const connection of this.#timers.keys()) {
      const at = this.#addresses.get(connection.caller.address);
      if (at?.silent.has(connection) === isSilentMeant) return connection;
    }
    return undefined;
  }
}

function oldestOf({ silent, heard }: AtAddress): PendingConnection | undefined {
  const [oldest] = silent.size >= heard.size ? silent : heard;
  return oldest;
}

function count({ silent, heard }: AtAddress): number {
  return silent.size + heard.size;
}
