import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network between a node and its database, which can be cut, or made to say nothing. */
export class DatabaseProxy {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  /** Bytes that came from the database. */
  received = 0;
  #isCut = false;
  #isSilent = false;

  private constructor(
    readonly server: Server,
    private target: URL,
  ) {}

  static async before(url: string): Promise<DatabaseProxy> {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const proxy = new DatabaseProxy(server, new URL(url));
    server.on('connection', (socket) => proxy.#connect(socket));
    return proxy;
  }

  /** The address of the database behind this network. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.href;
  }

  /** Leads to another server from now on, as an address does that was given to it. */
  leadTo(url: string): void {
    this.target = new URL(url);
    this.#dropAll();
  }

  /** Ends all connections, and takes no others. */
  cut(): void {
    this.#isCut = true;
    this.#dropAll();
  }

  /** Lets no byte through, in both directions; connections stay. */
  silence(): void {
    this.#isSilent = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** Lets everything through again. */
  mend(): void {
    this.#isCut = false;
    this.#isSilent = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  stop(): void {
    this.server.close();
    this.#dropAll();
  }

  #connect(socket: Socket): void {
    if (this.#isCut) {
      socket.destroy();
      return;
    }
    const onward = connect(Number(this.target.port), this.target.hostname);
    const pair = [socket, onward] as const;
    this.#pairs.add(pair);
    for (const [one, other] of [pair, [onward, socket] as const]) {
      one.on('data', (chunk) => {
        if (one === onward) this.received += chunk.length;
        other.write(chunk);
      });
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#pairs.delete(pair);
        other.destroy();
      });
      if (this.#isSilent) one.pause();
    }
  }

  #dropAll(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }
}
