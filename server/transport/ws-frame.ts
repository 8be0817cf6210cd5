import type { PlenarySocket } from './socket-types.ts';

const TEXT = 0x81;
const MESSAGE = '4';

/**
 * A message as it goes over the wire, encoded once for all who get it: as a packet of Socket.IO
 * (revision 5 of its protocol), and as the WebSocket frame (RFC 6455) that carries that.
 */
export class Frame {
  #bytes: Buffer | null = null;

  private constructor(readonly packet: string) {}

  /** An event with its messages. */
  static event(name: string, messages: readonly unknown[]): Frame {
    return new Frame(`2${JSON.stringify([name, ...messages])}`);
  }

  /** The acknowledgement of the message that a client gave this number. */
  static acknowledgement(id: number, body: unknown): Frame {
    return new Frame(`3${id}[${JSON.stringify(body)}]`);
  }

  get bytes(): Buffer {
    this.#bytes ??= textFrame(MESSAGE + this.packet);
    return this.#bytes;
  }
}

function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const header = size < 126 ? 2 : size < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + size);
  frame[0] = TEXT;
  if (header === 2) frame[1] = size;
  else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(size, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(size), 2);
  }
  frame.write(text, header);
  return frame;
}

/** What there is below Socket.IO, which types little of it: Engine.IO, `ws`, and the TCP connection. */
interface Connection {
  readonly writeBuffer: readonly unknown[];
  readonly transport: { readonly writable?: boolean; readonly socket?: WebSocket };
  write(packet: string, options: { readonly compress: boolean }): unknown;
}

interface WebSocket {
  readonly readyState?: number;
  readonly bufferedAmount?: number;
  readonly _socket?: { write(bytes: Buffer): boolean } | null;
}

const OPEN = 1;

/**
 * Sends frames to one connection, after all that was sent to it before.
 *
 * Where nothing waits to be sent, a WebSocket's bytes go to its TCP connection at once: through
 * Engine.IO and `ws` the same costs half as much again, and the number of frames decides what a
 * full hall costs (npm run bench). Everything else, long polling and whoever reads slowly, goes the
 * ordinary way, which keeps the order and knows what waits.
 */
export function send(socket: PlenarySocket, ...frames: readonly Frame[]): void {
  // Each member that the ordinary way does without may be missing.
  const conn = socket.conn as unknown as Connection;
  const tcp = conn.writeBuffer.length === 0 ? freeTcp(conn.transport) : null;
  if (tcp === null) for (const { packet } of frames) conn.write(packet, { compress: false });
  else tcp.write(joined(frames));
}

/** Each write costs as much as making a small buffer five times. */
function joined(frames: readonly Frame[]): Buffer {
  const [first, ...rest] = frames;
  if (first !== undefined && rest.length === 0) return first.bytes;
  return Buffer.concat(frames.map(({ bytes }) => bytes));
}

/** The TCP connection of a WebSocket that has sent all that it was given; null for all others. */
function freeTcp({ writable, socket }: Connection['transport']) {
  const isFree = writable === true && socket?.readyState === OPEN && socket.bufferedAmount === 0;
  // The name is that of `ws`.
  // oxlint-disable-next-line no-underscore-dangle
  return isFree ? (socket._socket ?? null) : null;
}
