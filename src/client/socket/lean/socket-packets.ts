/**
 * Stands in the pages for socket.io-parser: packets of Socket.IO in the default namespace, as text.
 * Binary ones do not come up here, and the server refuses them.
 *
 * @see https://socket.io/docs/v4/socket-io-protocol/
 */

interface Packet {
  readonly type: number;
  readonly nsp: string;
  readonly id?: number;
  readonly data?: unknown;
}

const SHAPE = /^([0-4])(\d*)(.*)$/s;

export const protocol = 5;

export const PacketType = {
  CONNECT: 0,
  DISCONNECT: 1,
  EVENT: 2,
  ACK: 3,
  CONNECT_ERROR: 4,
  BINARY_EVENT: 5,
  BINARY_ACK: 6,
};

class Encoder {
  encode({ type, id, data }: Packet): string[] {
    return [`${type}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

/** Has one listener at a time, which is its manager's. */
class Decoder {
  #decoded: ((packet: Packet) => void) | null = null;

  on(_decoded: string, listener: (packet: Packet) => void): void {
    this.#decoded = listener;
  }

  off(): void {
    this.#decoded = null;
  }

  /** Throws on what is no packet, whereupon the manager closes the connection. */
  add(text: string): void {
    const [, type, id, json] = SHAPE.exec(text) ?? [];
    if (type === undefined) throw new Error('unknown packet type');
    this.#decoded?.({
      type: Number(type),
      nsp: '/',
      ...(id ? { id: Number(id) } : {}),
      ...(json ? { data: JSON.parse(json) as unknown } : {}),
    });
  }

  destroy(): void {}
}

export const parser = { Encoder, Decoder };
