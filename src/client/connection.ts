import { signal, type ReadonlySignal } from '@preact/signals';
import { io, type Socket } from 'socket.io-client';
import { isRecord } from '../lib/json.ts';
import {
  protocolVersion,
  type ClientEvents,
  type Handshake,
  type WireError,
} from '../protocol/protocol.ts';

/** How the page stands with the server. */
export type Link =
  | { readonly is: 'connecting' }
  | { readonly is: 'online' }
  | { readonly is: 'offline' }
  | { readonly is: 'refused'; readonly error: WireError };

/** The page's only socket. */
export interface Connection<Events extends object> {
  readonly link: ReadonlySignal<Link>;
  on<Event extends keyof Events & string>(event: Event, handler: Events[Event]): void;
  /** Sends and waits for the acknowledgement; `null` where none came in time. */
  ask<Reply>(event: keyof ClientEvents, message: unknown): Promise<Reply | null>;
  /** Tries again after a refusal. */
  retry(): void;
}

const ACK_TIMEOUT = 6_000;

/** Connects, and keeps connecting, as whoever `who` says at that moment. */
export function connect<Events extends object>(
  who: () => Omit<Handshake, 'v'>,
): Connection<Events> {
  const link = signal<Link>({ is: 'connecting' });
  const socket: Socket = io({
    auth: (send) => send({ v: protocolVersion, ...who() }),
    // WebSocket first; long polling where a proxy forgot to pass it on.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 4_000,
    randomizationFactor: 0.6,
  });
  socket.on('connect', () => (link.value = { is: 'online' }));
  socket.on('disconnect', (reason) => {
    link.value = { is: 'offline' };
    // The server closed it, as it does after a restart or a message too large: come back.
    if (reason === 'io server disconnect') connectSoon(socket, 1);
  });
  socket.on('connect_error', (problem: Error & { data?: unknown }) => {
    const error = readError(problem.data);
    if (error === null) {
      link.value = { is: 'offline' };
      return;
    }
    link.value = { is: 'refused', error };
    if (error.retryAfter !== undefined) connectSoon(socket, error.retryAfter);
  });
  // The network's return is known before the next attempt is due.
  addEventListener('online', () => {
    if (!socket.connected && socket.active) socket.disconnect().connect();
  });
  return {
    link,
    on: (event, handler) => void socket.on<string>(event, handler as () => void),
    ask: (event, message) => ask(socket, event, message),
    retry: () => void socket.connect(),
  };
}

/** After some seconds and a random part of as many: a whole hall must not come back at once. */
function connectSoon(socket: Socket, seconds: number): void {
  setTimeout(() => socket.connect(), seconds * 1000 * (1 + Math.random()));
}

async function ask<Reply>(socket: Socket, event: string, message: unknown): Promise<Reply | null> {
  // Socket.IO would keep it and send it after a reconnect, behind the back of the outbox.
  if (!socket.connected) return null;
  try {
    return (await socket.timeout(ACK_TIMEOUT).emitWithAck(event, message)) as Reply;
  } catch {
    return null;
  }
}

function readError(data: unknown): WireError | null {
  if (!isRecord(data)) return null;
  const { name, message, retryAfter } = data;
  if (typeof name !== 'string' || typeof message !== 'string') return null;
  return { name, message, ...(typeof retryAfter === 'number' ? { retryAfter } : {}) };
}
