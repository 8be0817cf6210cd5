import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** The target of a raw socket, and its own loopback address, so that ports do not run out. */
export interface RawAddress {
  readonly host: string;
  readonly port: number;
  /** With its query. */
  readonly path: string;
  readonly localAddress?: string;
}

/** The events of a raw socket. A payload is only good until its call returns. */
export interface RawListener {
  opened(): void;
  /** A text frame. */
  heard(payload: Buffer): void;
  /** `why` is for people; it is called once. */
  closed(why: string): void;
}

const TEXT = 0x81;
const CLOSE = 0x88;
const PING = 0x89;
// Masked, and empty, as the pings of the reference are.
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const MASKED = 0x80;
const HEADERS_END = Buffer.from('\r\n\r\n');

// One for all: what is read is handled before the next socket is read.
const shared = Buffer.allocUnsafe(64 * 1024);

/**
 * A WebSocket client (RFC 6455) that does as little as it can, so that a load test measures the
 * server and not its own client: no events, no copies where a frame arrives whole, and a mask of
 * zeros, which every server accepts and which changes no byte.
 */
export class RawSocket {
  readonly #socket: Socket;
  #pending: Buffer | null = null;
  #upgraded = false;
  #closed = false;
  /** Of everything that was read, headers too. */
  bytesRead = 0;
  framesRead = 0;

  constructor(
    readonly address: RawAddress,
    readonly listener: RawListener,
  ) {
    const { host, port, localAddress } = address;
    this.#socket = connect({
      host,
      port,
      ...(localAddress === undefined ? {} : { localAddress }),
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (size, buffer) => {
          this.#read(Buffer.from(buffer.buffer, buffer.byteOffset, size));
          return true;
        },
      },
    });
    this.#socket.once('connect', () => this.#socket.write(this.#handshake()));
    this.#socket.on('error', (error) => this.#close(error.message));
    this.#socket.on('close', () => this.#close('closed'));
    this.#socket.on('end', () => this.#close('ended'));
  }

  send(text: string): void {
    if (this.#upgraded && !this.#closed) this.#socket.write(textFrame(text));
  }

  /** Disconnects without a close frame, as a phone that lost its network does. */
  cut(): void {
    this.#close('cut');
  }

  #handshake(): string {
    const { host, port, path } = this.address;
    return [
      `GET ${path} HTTP/1.1`,
      `Host: ${host}:${port}`,
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      '',
      '',
    ].join('\r\n');
  }

  #close(why: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.destroy();
    this.listener.closed(why);
  }

  #read(chunk: Buffer): void {
    this.bytesRead += chunk.length;
    const whole = this.#pending === null ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#pending = null;
    const rest = this.#upgraded ? this.#frames(whole) : this.#upgrade(whole);
    // The shared buffer is overwritten by the next read.
    if (rest.length > 0 && !this.#closed) this.#pending = Buffer.from(rest);
  }

  #upgrade(whole: Buffer): Buffer {
    const end = whole.indexOf(HEADERS_END);
    if (end === -1) return whole;
    const status = whole.toString('latin1', 9, 12);
    if (status !== '101') {
      this.#close(`refused with ${status}`);
      return whole;
    }
    this.#upgraded = true;
    this.listener.opened();
    return this.#frames(whole.subarray(end + HEADERS_END.length));
  }

  /** Handles every frame that is whole, and returns what is left. */
  #frames(whole: Buffer): Buffer {
    let at = 0;
    while (whole.length - at >= 2 && !this.#closed) {
      const { header, size } = frameSize(whole, at);
      if (whole.length < at + header + size) break;
      this.#frame(whole[at] ?? 0, whole.subarray(at + header, at + header + size));
      at += header + size;
    }
    return whole.subarray(at);
  }

  #frame(kind: number, payload: Buffer): void {
    this.framesRead += 1;
    if (kind === TEXT) this.listener.heard(payload);
    else if (kind === PING) this.#socket.write(PONG);
    else if (kind === CLOSE) this.#close('closed by the server');
  }
}

/** Header and payload in bytes; Infinity where the header is not there yet. */
function frameSize(whole: Buffer, at: number): { header: number; size: number } {
  const length = (whole[at + 1] ?? 0) & 0x7f;
  if (length < 126) return { header: 2, size: length };
  if (whole.length - at < 10) {
    const there = length === 126 && whole.length - at >= 4;
    return { header: 4, size: there ? whole.readUInt16BE(at + 2) : Infinity };
  }
  if (length === 126) return { header: 4, size: whole.readUInt16BE(at + 2) };
  return { header: 10, size: Number(whole.readBigUInt64BE(at + 2)) };
}

function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const extra = size < 126 ? 0 : 2;
  if (size > 0xffff) throw new Error('A raw socket sends no more than 65,535 bytes at a time');
  const frame = Buffer.allocUnsafe(6 + extra + size);
  frame[0] = TEXT;
  if (extra === 0) frame[1] = MASKED | size;
  else {
    frame[1] = MASKED | 126;
    frame.writeUInt16BE(size, 2);
  }
  frame.fill(0, 2 + extra, 6 + extra);
  frame.write(text, 6 + extra);
  return frame;
}
