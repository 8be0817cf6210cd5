import { isRecord } from '../src/lib/json.ts';

/** The types of packets that come in, by Socket.IO's protocol; the others are the server's to say. */
const CONNECT = 0;
const DISCONNECT = 1;
const EVENT = 2;

/** As Socket.IO's own parser has it. */
interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data: unknown;
}

/** The number that a client gave a message, by which it knows the acknowledgement. */
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
const NAMED = /^(\d)(?:(\/[^,]*),?)?(\d{0,15})/;

/**
 * Socket.IO's wire format without binary attachments, which no message of ours has: whoever sends
 * one is cut off. An event that wants an acknowledgement carries its `AckId` as its last argument,
 * in place of Socket.IO's callback: the server encodes the answer itself (frame.ts).
 */
export const textParser = {
  Encoder: class {
    encode({ type, nsp, id, data }: Packet): string[] {
      const namespace = nsp === '/' ? '' : `${nsp},`;
      const body: unknown = data;
      return [`${type}${namespace}${id ?? ''}${body === undefined ? '' : JSON.stringify(body)}`];
    }
  },
  Decoder: class {
    #listener: ((packet: Packet) => void) | null = null;

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
      this.#listener?.(decode(text));
    }
  },
};

function decode(text: string): Packet {
  const [head, kind, nsp = '/', id = ''] = NAMED.exec(text) ?? [];
  if (head === undefined) throw new Error('not a packet');
  const type = Number(kind);
  const data: unknown = head.length < text.length ? JSON.parse(text.slice(head.length)) : undefined;
  if (type === EVENT) return { type, nsp, data: named(data, id, text.length) };
  const fits = type === CONNECT ? data === undefined || isRecord(data) : data === undefined;
  if (!fits || type > DISCONNECT) throw new Error('not a packet of a client');
  return { type, nsp, data };
}

function named(data: unknown, id: string, size: number): readonly unknown[] {
  if (!Array.isArray(data)) throw new Error('not an event');
  const event: readonly unknown[] = data;
  const [name] = event;
  if (typeof name !== 'string' || RESERVED.has(name)) throw new Error('not an event');
  return id === '' ? event : [...event, new AckId(Number(id), size)];
}
