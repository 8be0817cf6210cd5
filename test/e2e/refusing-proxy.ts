import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A proxy in front of Plenary that knows no WebSocket: it passes on all but an upgrade. */
export class RefusingProxy {
  /** Number of upgrades refused. */
  refused = 0;
  /** True to leave upgrades without an answer. */
  isSilent = false;
  readonly #server = createServer((from, to) => this.#passOn(from, to));

  readonly #silent = new Set<Socket>();

  private constructor(readonly target: string) {
    this.#server.on('upgrade', (_request, socket: Socket) => {
      this.refused += 1;
      this.#silent.add(socket);
      if (!this.isSilent) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    });
  }

  /** `target` is the address of Plenary, without a slash at its end. */
  static async start(target: string): Promise<RefusingProxy> {
    const proxy = new RefusingProxy(target);
    await new Promise<void>((listens) => proxy.#server.listen(0, '127.0.0.1', listens));
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((done) => this.#server.close(done));
    this.#server.closeAllConnections();
    // A server knows no longer of connections that asked for an upgrade.
    for (const socket of this.#silent) socket.destroy();
    await closed;
  }

  #passOn(from: IncomingMessage, to: ServerResponse): void {
    const { method, headers, url } = from;
    const onward = request(`${this.target}${url}`, { method, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.on('error', () => (to.headersSent ? to.destroy() : to.writeHead(502).end()));
    to.on('close', () => onward.destroy());
    from.pipe(onward);
  }
}
