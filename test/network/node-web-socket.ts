import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

const TEXT = 0x81;
const CLOSE = 0x88;

/** As much of a browser's WebSocket (RFC 6455) as a page needs, for Node.js 20, which has none. */
export class NodeWebSocket extends EventTarget {
  #socket: Socket | null = null;
  #unread = Buffer.alloc(0);
  #closed = false;

  constructor(url: string) {
    super();
    const knock = request(url.replace(/^ws/, 'http'), {
      headers: {
        Connection: 'Upgrade',
        Upgrade: 'websocket',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
      },
    });
    knock.on('error', () => this.#end());
    knock.on('response', (response) => {
      response.resume();
      this.#end();
    });
    knock.on('upgrade', (_, socket: Socket, head: Buffer) => this.#open(socket, head));
    knock.end();
  }

  send(text: string): void {
    this.#write(TEXT, Buffer.from(text));
  }

  close(): void {
    this.#write(CLOSE, Buffer.alloc(0));
    this.#socket?.end();
    this.#end();
  }

  #open(socket: Socket, head: Buffer): void {
    if (this.#closed) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    socket.on('data', (bytes: Buffer) => this.#read(bytes));
    socket.on('error', () => {});
    socket.on('close', () => this.#end());
    this.dispatchEvent(new Event('open'));
    this.#read(head);
  }

  #end(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.dispatchEvent(new Event('close'));
  }

  #write(kind: number, body: Buffer): void {
    const mask = randomBytes(4);
    const length =
      body.length < 126
        ? Buffer.from([0x80 | body.length])
        : Buffer.from([0x80 | 126, body.length >> 8, body.length & 0xff]);
    const masked = body.map((byte, place) => byte ^ (mask[place % 4] ?? 0));
    this.#socket?.write(Buffer.concat([Buffer.from([kind]), length, mask, masked]));
  }

  #read(bytes: Buffer): void {
    this.#unread = Buffer.concat([this.#unread, bytes]);
    for (;;) {
      const frame = frameOf(this.#unread);
      if (frame === null) return;
      this.#unread = this.#unread.subarray(frame.end);
      if (frame.kind === CLOSE) this.#socket?.end();
      else if (!this.#closed) {
        const data = frame.body.toString();
        this.dispatchEvent(new MessageEvent('message', { data }));
      }
    }
  }
}

/** The first whole frame; a server's frames are not masked. */
function frameOf(bytes: Buffer): { kind: number; body: Buffer; end: number } | null {
  const short = (bytes[1] ?? 0) & 0x7f;
  const head = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (bytes.length < head) return null;
  const length =
    short === 127
      ? Number(bytes.readBigUInt64BE(2))
      : short === 126
        ? bytes.readUInt16BE(2)
        : short;
  const end = head + length;
  if (bytes.length < end) return null;
  return { kind: bytes[0] ?? 0, body: bytes.subarray(head, end), end };
}
