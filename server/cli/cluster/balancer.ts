import {
  createServer,
  request,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** Milliseconds between two looks at which nodes are ready. */
const LOOK_EVERY_MS = 250;

/** Connections by long polling of which the node is remembered. */
const MOST_REMEMBERED = 10_000;

/** The first packet of an Engine.IO connection by long polling, which names it. */
const HANDSHAKE = /^0\{"sid":"([^"]+)"/;

type Outcome = 'done' | 'not reached';

/**
 * A small balancer for trials and tests, on one machine: takes nodes in turn, and leaves out those that are not
 * ready. All requests of one connection by long polling go to the node that began it. A real hall has nginx or
 * HAProxy in this place: see docs/deployment.md.
 */
export class Balancer {
  #next = 0;
  readonly #down = new Set<string>();
  readonly #nodeOf = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;
  readonly #open = new Set<Duplex>();

  private constructor(
    readonly server: Server,
    /** The addresses of the nodes, without a slash at their ends. */
    readonly nodes: readonly string[],
  ) {
    server.on('request', (incoming, response) => void this.#pass(incoming, response));
    server.on('upgrade', (incoming, socket, head) => void this.#upgrade(incoming, socket, head));
    server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.on('close', () => this.#open.delete(socket));
    });
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** Listens at a port, or at a free one for 0; rejects where that is taken. */
  static async start(nodes: readonly string[], port = 0): Promise<Balancer> {
    const server = createServer();
    await new Promise<void>((done, fails) => {
      server.once('error', fails);
      server.listen(port, done);
    });
    return new Balancer(server, nodes);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    for (const socket of this.#open) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  async #look(): Promise<void> {
    await Promise.all(
      this.nodes.map(async (node) => {
        const isReady = await fetch(`${node}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
          ({ ok }) => ok,
          () => false,
        );
        if (isReady) this.#down.delete(node);
        else this.#down.add(node);
      }),
    );
  }

  /** The nodes to try, in this order. */
  *#candidates(incoming: IncomingMessage): Generator<string> {
    const sid = new URL(incoming.url ?? '/', 'http://plenary').searchParams.get('sid');
    const own = sid === null ? undefined : this.#nodeOf.get(sid);
    if (own !== undefined) {
      yield own;
      return;
    }
    this.#next += 1;
    const turned = this.nodes.map(
      (_, index) => this.nodes[(index + this.#next) % this.nodes.length],
    );
    const nodes = turned.flatMap((node) => node ?? []);
    yield* nodes.filter((node) => !this.#down.has(node));
    yield* nodes.filter((node) => this.#down.has(node));
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const isPolling = incoming.url?.startsWith('/socket.io/') ?? false;
    const note = isPolling ? (node: string, text: string) => this.#note(node, text) : null;
    for (const node of this.#candidates(incoming)) {
      if ((await passOn(node, incoming, response, note)) === 'done') return;
      this.#down.add(node);
    }
    if (!response.headersSent) response.writeHead(502);
    response.end();
  }

  async #upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    for (const node of this.#candidates(incoming)) {
      if ((await passUpgrade(node, incoming, socket, head)) === 'done') return;
      this.#down.add(node);
    }
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  }

  #note(node: string, text: string): void {
    const sid = HANDSHAKE.exec(text)?.[1];
    if (sid === undefined) return;
    this.#nodeOf.set(sid, node);
    const [oldest] = this.#nodeOf.keys();
    if (this.#nodeOf.size > MOST_REMEMBERED && oldest !== undefined) this.#nodeOf.delete(oldest);
  }
}

function headersOf({ headers, socket }: IncomingMessage): Record<string, string | string[]> {
  const address = socket.remoteAddress ?? '';
  return { ...definedHeaders(headers), 'x-forwarded-for': address };
}

function definedHeaders(headers: IncomingMessage['headers']): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}

/** Passes a request on; it is done also where the node ended in the middle of it. */
function passOn(
  node: string,
  incoming: IncomingMessage,
  response: ServerResponse,
  note: ((node: string, text: string) => void) | null,
): Promise<Outcome> {
  return new Promise((settle) => {
    const { method } = incoming;
    const options = { method, headers: headersOf(incoming), agent: false };
    const onward = request(`${node}${incoming.url ?? '/'}`, options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, definedHeaders(answer.headers));
      if (note !== null)
        answer.once('data', (chunk: Buffer) => note(node, chunk.toString('latin1')));
      answer.pipe(response);
      answer.on('error', () => response.destroy());
      settle('done');
    });
    let isReached = false;
    onward.on('socket', (socket) =>
      socket.once('connect', () => {
        isReached = true;
        incoming.pipe(onward);
        response.on('close', () => onward.destroy());
      }),
    );
    onward.on('error', () => {
      // Before anything was sent on, another node can have the request.
      if (!isReached) return settle('not reached');
      response.destroy();
      settle('done');
    });
  });
}

function passUpgrade(
  node: string,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): Promise<Outcome> {
  return new Promise((settle) => {
    const onward = request(`${node}${incoming.url ?? '/'}`, {
      headers: headersOf(incoming),
      agent: false,
    });
    onward.on('upgrade', (answer, other, first) => {
      const lines = Object.entries(definedHeaders(answer.headers)).map(
        ([name, value]) => `${name}: ${String(value)}`,
      );
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`);
      if (first.length > 0) socket.write(first);
      if (head.length > 0) other.write(head);
      other.pipe(socket).pipe(other);
      for (const [one, end] of [
        [socket, other],
        [other, socket],
      ] as const) {
        one.on('close', () => end.destroy());
        one.on('error', () => end.destroy());
      }
      settle('done');
    });
    onward.on('response', (answer) => {
      socket.end(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n\r\n`);
      settle('done');
    });
    onward.on('error', () => settle('not reached'));
    onward.end();
  });
}
