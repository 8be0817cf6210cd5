import { isRecord } from '../../src/lib/json.ts';

/** Types of packets that clients send, by Socket.IO's protocol; the others are sent by servers. */
const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;

/** A packet as Socket.IO's own parser has it. */
interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data: unknown;
}

/** The number of a message, given by its client, which its acknowledgement repeats. */
export class AckId {
  /** `size`: the characters of the message as it arrived. */
  constructor(
    readonly id: number,
    readonly size: number,
  ) {}
}

const RESERVED = new Set([
  'connect',
  'connect_error',
  'disconnect',
  'disconnecting',
  'newListener',
  'removeListener',
]);
const ZERO = 48;
const NINE = 57;
// More would be no safe integer.
const MAX_DIGITS = 15;

/**
 * Socket.IO's wire format without binary attachments, which no message of ours has: a client that
 * sends one is disconnected. An event that wants an acknowledgement carries its `AckId` as its last
 * argument, in place of Socket.IO's callback: the server encodes the acknowledgement (ws-frame.ts).
 */
export const textParser = {
  Encoder: class {
    encode({ type, nsp, id, data }: Packet): string[] {
      const place = nsp === '/' ? '' : `${nsp},`;
      const body: unknown = data;
      return [`${type}${place}${id ?? ''}${body === undefined ? '' : JSON.stringify(body)}`];
    }
  },
  Decoder: class {
    #listener: ((packet: Packet) => void) | null = null;
    #isLeaving = false;

    on(_decoded: string, listener: (packet: Packet) => void): void {
      this.#listener = listener;
    }

    removeListener(): void {
      this.#listener = null;
    }

    destroy(): void {
      this.#listener = null;
    }

    /** Throws where it is not understood; Socket.IO then ends the connection. */
    add(text: unknown): void {
      if (typeof text !== 'string') throw new Error('binary');
      const packet = decode(text);
      if (this.#isLeaving) process.nextTick(() => this.#listener?.(packet));
      else this.#listener?.(packet);
      if (packet.type === DISCONNECT) this.#leave();
    }

    /**
     * Delays what follows a disconnect until Socket.IO has handled that, one tick later: it would take
     * a connect in the same bytes for a second one.
     */
    #leave(): void {
      this.#isLeaving = true;
      process.nextTick(() => (this.#isLeaving = false));
    }
  },
};

/** `2/namespace,17["event",…]`: the type, a namespace that is not the default, a number, JSON. */
function decode(text: string): Packet {
  const type = text.charCodeAt(0) - ZERO;
  const [nsp, afterNsp] = text.startsWith('/', 1) ? namespace(text) : (['/', 1] as const);
  const body = skipDigits(text, afterNsp);
  const data: unknown = body < text.length ? JSON.parse(text.slice(body)) : undefined;
  if (type === EVENT) return { type, nsp, data: named(data, text.slice(afterNsp, body), text) };
  const fits = type === CONNECT ? data === undefined || isRecord(data) : data === undefined;
  if (!fits || !(type === CONNECT || type === DISCONNECT)) throw new Error('no packet of a client');
  return { type, nsp, data };
}

function namespace(text: string): readonly [nsp: string, end: number] {
  const comma = text.indexOf(',');
  return comma === -1 ? [text.slice(1), text.length] : [text.slice(1, comma), comma + 1];
}

function skipDigits(text: string, from: number): number {
  let at = from;
  while (at - from < MAX_DIGITS && text.charCodeAt(at) >= ZERO && text.charCodeAt(at) <= NINE)
    at += 1;
  return at;
}

function named(data: unknown, id: string, text: string): readonly unknown[] {
  if (!Array.isArray(data)) throw new Error('not an event');
  const event: unknown[] = data;
  const [name] = event;
  if (typeof name !== 'string' || RESERVED.has(name)) throw new Error('not an event');
  if (id !== '') event.push(new AckId(Number(id), text.length));
  return event;
}
