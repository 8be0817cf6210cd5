import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Opcodes of WebSocket frames. */
export const opcode = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

/** A frame as a browser sends it: masked and final by default. */
export function frame(
  body: string | Buffer,
  { code = opcode.text, final = true, declared = Buffer.byteLength(body) } = {},
): Buffer {
  const mask = randomBytes(4);
  const bytes = Buffer.from(body);
  const masked = bytes.map((byte, at) => byte ^ (mask[at % 4] ?? 0));
  return Buffer.concat([head(code + (final ? 128 : 0), declared), mask, masked]);
}

function head(first: number, length: number): Buffer {
  if (length < 126) return Buffer.from([first, 128 + length]);
  const long = Buffer.alloc(length < 65_536 ? 2 : 8);
  if (long.length === 2) long.writeUInt16BE(length);
  else long.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([Buffer.from([first, 128 + (long.length === 2 ? 126 : 127)]), long]);
}

// The first byte of a close frame, which no text of the server contains here.
const GOODBYE = 128 + opcode.close;

/** A raw connection to a server, to send bytes that no client sends. */
export class RawLine {
  #heard = '';
  #isClosed = false;
  /** True to keep the connection open after the close frame of the server. */
  isRude = false;
  readonly #waiting = new Set<() => void>();

  private constructor(readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => {
      this.#heard += bytes.toString('latin1');
      if (bytes.includes(GOODBYE) && !this.isRude) socket.end();
      this.#check();
    });
    // The server may close it in the middle of a frame.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.#isClosed = true;
      this.#check();
    });
  }

  /** @param localAddress the sender's address, where the system shall not choose it */
  static async open(url: string, localAddress?: string): Promise<RawLine> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), localAddress });
    const line = new RawLine(socket);
    await new Promise<void>((opened, failed) => {
      socket.once('connect', opened).once('error', failed);
    });
    return line;
  }

  /** A connection upgraded to a WebSocket of Engine.IO 4 that has not joined yet. */
  static async webSocket(url: string, localAddress?: string): Promise<RawLine> {
    const line = await RawLine.open(url, localAddress);
    line.say(upgrade(url));
    await line.until('"sid"');
    return line;
  }

  /** A WebSocket that has joined a session as an attendee. */
  static async attendee(url: string, code: string): Promise<RawLine> {
    const line = await RawLine.webSocket(url);
    line.say(frame(joining(code)));
    await line.until('answers:mine');
    return line;
  }

  say(bytes: string | Buffer): void {
    if (!this.#isClosed) this.socket.write(bytes);
  }

  /** Sends bytes; resolves with true once they are written, or false if the connection ended. */
  sayMore(bytes: Buffer): Promise<boolean> {
    if (this.#isClosed) return Promise.resolve(false);
    const isTaken = this.socket.write(bytes);
    return new Promise((resolve) => {
      const go = (): void => {
        this.socket.off('drain', go);
        this.socket.off('close', go);
        resolve(!this.#isClosed);
      };
      if (isTaken) setImmediate(go);
      else this.socket.once('drain', go).once('close', go);
    });
  }

  /** Resolves as soon as a text has arrived; rejects if the connection ends before that. */
  async until(text: string): Promise<void> {
    await this.#when(() => this.#isClosed || this.#heard.includes(text));
    if (!this.#heard.includes(text)) throw new Error(`The connection ended before it sent ${text}`);
  }

  /** Resolves once it is closed. */
  closed(): Promise<void> {
    return this.#when(() => this.#isClosed);
  }

  get heard(): string {
    return this.#heard;
  }

  end(): void {
    this.socket.destroy();
  }

  #when(fits: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (!fits()) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
  }

  #check(): void {
    for (const check of this.#waiting) check();
  }
}

/** The request of a browser for a WebSocket; without its last line if left open. */
export function upgrade(url: string, query = 'EIO=4&transport=websocket'): string {
  return [
    `GET /socket.io/?${query} HTTP/1.1`,
    `Host: ${new URL(url).host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    '\r\n',
  ].join('\r\n');
}

/** The packet with which an attendee joins a session. */
export function joining(code: string): string {
  return `40${JSON.stringify({ v: 2, code, role: 'attendee' })}`;
}
