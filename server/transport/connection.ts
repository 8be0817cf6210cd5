import type { Authenticated } from '../auth/authenticate.ts';
import { callerOf, type Caller } from '../auth/caller.ts';
import { isForwarded } from '../http/client-address.ts';
import { isBackedUp, type Receiver } from '../limits/backpressure.ts';
import { CLOSE_TIMEOUT_MS } from '../limits/close-timeout.ts';
import { inboundPackets, PACKETS_A_REQUEST } from '../limits/inbound-rates.ts';
import type { PendingConnections } from '../limits/pending-connections.ts';
import { rates, TokenBucket } from '../limits/rate-limit.ts';
import type { OnFault } from '../telemetry/guarded.ts';
import type { Engine, Tcp } from './engine-internals.ts';
import type { Identity, PlenarySocket } from './socket-types.ts';
import type { Frame } from './ws-frame.ts';

/** The socket of Engine.IO that carries a connection. */
export type EngineSocket = PlenarySocket['conn'];

/**
 * `at once`: messages that wait are dropped. `for good`: the client is told that the server ended the
 * connection, and does not connect again by itself. `for now`: the client connects again.
 */
const manners = {
  'entry-timeout': 'at once',
  'too-many-pending': 'at once',
  'too-many-entries': 'for now',
  backpressure: 'at once',
  flood: 'at once',
  'taken-over': 'for good',
  'session-deleted': 'for good',
  'session-reloaded': 'for now',
  'remote-disconnected': 'for good',
  fault: 'for now',
} as const;

export type CloseReason = keyof typeof manners;

/** The state of a connection, with what belongs to it. */
export type ConnectionState =
  | { readonly name: 'pending'; readonly entry: null | 'authenticating' | Authenticated }
  | { readonly name: 'joined'; readonly identity: Identity; readonly socket: PlenarySocket }
  | { readonly name: 'closing'; readonly reason: CloseReason | 'gone' };

/** Calls that a connection makes once it has joined. */
interface Handlers {
  /** `packet`: the event's name, its messages, and an `AckId` where it wants an acknowledgement. */
  readonly dispatch: (packet: readonly unknown[]) => void;
  /** Called once, however the connection left. */
  readonly left: () => void;
}

/** Shared by all connections of a server. */
export interface ConnectionDeps {
  readonly pending: PendingConnections;
  readonly onFault: OnFault;
  /** Called once, when a connection is over. */
  readonly closed: (engine: EngineSocket) => void;
}

/**
 * One connection of a client: its state, its rate limits, and the way to write to it. It knows
 * members of Socket.IO 4.8, Engine.IO 6.6 and ws 8 that their types leave out or call private, which
 * engine-internals.ts names; besides it only the limits in front of it do, in inbound-gate.ts and
 * socket-server.ts.
 */
export class Connection {
  readonly entries = new TokenBucket(rates.messages);
  readonly messages = new TokenBucket(rates.messages);
  readonly takeHomes = new TokenBucket(rates.takeHomes);
  readonly reactions = new TokenBucket(rates.reactions);
  readonly names = new TokenBucket(rates.names);
  /** The contents that an attendee's page has, as a mask of its session's `ContentDelivery`. */
  contents = 0n;
  /** Kept for a client that leaves its session and enters one again: its request is freed. */
  readonly caller: Caller;
  openedBy: object | null;
  #packets: TokenBucket | null = null;
  readonly #engine: Engine;
  #state: ConnectionState = { name: 'pending', entry: null };

  constructor(
    engine: EngineSocket,
    readonly deps: ConnectionDeps,
  ) {
    // The only cast to members that the types leave out.
    this.#engine = engine as unknown as Engine;
    this.caller = callerOf(engine.request);
    this.openedBy = isForwarded(engine.request) ? null : engine.request.socket;
    this.#forgetRequest();
    this.#limitRequests();
    engine.on('packet', () => this.#guard(() => this.#received()));
    engine.once('close', () => this.#guard(() => this.#ended(engine)));
    deps.pending.add(this);
  }

  get state(): ConnectionState {
    return this.#state;
  }

  /** `gone` where the client closed it; null while it is open. */
  get closedFor(): CloseReason | 'gone' | null {
    return this.#state.name === 'closing' ? this.#state.reason : null;
  }

  get isJoined(): boolean {
    return this.#state.name === 'joined';
  }

  get transport(): 'websocket' | 'polling' {
    return this.#engine.transport.name === 'polling' ? 'polling' : 'websocket';
  }

  /** Begins an entry into a session; false, and it is closed, where it enters too often or twice at once. */
  beginEntry(): boolean {
    const isIdle = this.#state.name === 'pending' && this.#state.entry === null;
    if (isIdle && this.entries.take(performance.now())) {
      this.#state = { name: 'pending', entry: 'authenticating' };
      return true;
    }
    this.close('too-many-entries');
    return false;
  }

  /** Ends the entry: with the identity that was found, or null where it was refused. */
  endEntry(entry: Authenticated | null): void {
    if (this.#state.name === 'pending') this.#state = { name: 'pending', entry };
  }

  join(socket: PlenarySocket, identity: Identity, handlers: Handlers): void {
    this.#state = { name: 'joined', identity, socket };
    this.deps.pending.remove(this);
    this.openedBy = null;
    // One handler of all events: `socket.use` is for middleware in front of handlers.
    socket.onAny((...packet: unknown[]) => {
      if (this.isJoined) this.#guard(() => handlers.dispatch(packet));
    });
    socket.on('disconnect', () => {
      this.#leftSession();
      this.#guard(() => handlers.left());
    });
    // With it, Socket.IO would keep the headers of each phone.
    (socket as { handshake: unknown }).handshake = null;
  }

  /**
   * Sends frames, after all that was sent before. Does nothing unless it has joined. A WebSocket gets
   * the bytes of the frame, encoded once for all who get it; long polling gets the packet.
   */
  send(...frames: readonly Frame[]): void {
    if (!this.isJoined) return;
    const line = this.#freeLine();
    if (line !== null) line.write(joined(frames));
    else for (const { packet } of frames) this.#engine.write(packet, { compress: false });
  }

  /** Holds the packets that Engine.IO writes until `release`: one write for all, as each costs a system call. */
  hold(): void {
    this.#tcp()?.cork();
  }

  release(): void {
    this.#tcp()?.uncork();
  }

  /** The TCP connection of a WebSocket that has sent all that it was given; null for all others. */
  #freeLine(): Tcp | null {
    if (this.#engine.writeBuffer.length > 0) return null;
    const { writable, socket } = this.#engine.transport;
    const isFree = writable && socket?.readyState === OPEN && socket.bufferedAmount === 0;
    return isFree ? this.#tcp() : null;
  }

  #tcp(): Tcp | null {
    // The name is that of ws.
    // oxlint-disable-next-line no-underscore-dangle
    return this.#engine.transport.socket?._socket ?? null;
  }

  close(reason: CloseReason): void {
    const before = this.#state;
    this.#state = { name: 'closing', reason };
    const manner = manners[reason];
    if (manner === 'for good' && before.name === 'joined') before.socket.disconnect(true);
    else this.#engine.close(manner === 'at once');
  }

  /** Emitters call nobody who would catch an error: thrown on, it would end the process. */
  #guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.deps.onFault(error);
    }
  }

  /** The client may leave its session and stay connected. */
  #leftSession(): void {
    if (!this.isJoined) return;
    if (this.#engine.readyState === 'open') {
      this.#state = { name: 'pending', entry: null };
      this.deps.pending.add(this);
    } else this.#state = { name: 'closing', reason: 'gone' };
  }

  #received(): void {
    if (this.#state.name === 'pending') this.deps.pending.heard(this);
    if (isBackedUp(this.#unsent(), this.#receiver)) this.close('backpressure');
    else if (this.transport === 'polling') this.#count();
  }

  /** Counts a packet that came by long polling, which cannot be read more slowly. */
  #count(): void {
    this.#packets ??= inboundPackets();
    if (!this.#packets.take(performance.now())) this.close('flood');
  }

  get #receiver(): Receiver {
    const isScreen = this.#state.name === 'joined' && this.#state.identity.role !== 'attendee';
    return isScreen ? 'screen' : 'attendee';
  }

  /** The bytes that wait for the client, as far as the server keeps them. */
  #unsent(): number {
    const { writeBuffer, transport } = this.#engine;
    const sizes = writeBuffer.map(({ data }) => data?.length ?? 0);
    return sizes.reduce((sum, size) => sum + size, transport.socket?.bufferedAmount ?? 0);
  }

  #ended(engine: EngineSocket): void {
    if (this.#state.name !== 'closing') this.#state = { name: 'closing', reason: 'gone' };
    this.deps.pending.remove(this);
    this.deps.closed(engine);
    const { socket } = this.#engine.transport;
    // Its other end may keep the line open and go on sending.
    if (socket !== undefined) setTimeout(() => socket.terminate(), CLOSE_TIMEOUT_MS).unref();
  }

  /** Frees the request that the connection began with: 1 kB for each phone. */
  #forgetRequest(): void {
    const { transport, request } = this.#engine;
    this.#engine.request = null;
    if (transport.name !== 'websocket') return;
    // Engine.IO leaves a substitute for a response with the TCP connection, which would keep it.
    if (request?.res !== undefined) request.res.req = null;
    transport.req = null;
  }

  /** Engine.IO would make an object of each packet of a request, before any is counted. */
  #limitRequests(): void {
    const { transport } = this.#engine;
    const { onData } = transport;
    if (transport.name !== 'polling' || onData === undefined) return;
    transport.onData = (data) => {
      if (packetsIn(data) > PACKETS_A_REQUEST) this.close('flood');
      else onData.call(transport, data);
    };
  }
}

/** The packets in a request of long polling, of which there is nothing to tell unless it is a text. */
function packetsIn(data: unknown): number {
  if (typeof data !== 'string') return 0;
  let packets = 1;
  for (let at = data.indexOf(SEPARATOR); at !== -1; at = data.indexOf(SEPARATOR, at + 1)) {
    packets += 1;
    if (packets > PACKETS_A_REQUEST) break;
  }
  return packets;
}

const SEPARATOR = '\u001e';
const OPEN = 1;

/** Each write costs as much as making a small buffer five times. */
function joined(frames: readonly Frame[]): Buffer {
  const [first, ...rest] = frames;
  if (first !== undefined && rest.length === 0) return first.bytes;
  return Buffer.concat(frames.map(({ bytes }) => bytes));
}
