import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { seededRandom } from '../../server/cli/rehearse/statistics.ts';
import { ProxiedConnection, type Conditions } from './proxied-connection.ts';

const fair: Conditions = {
  latency: 0,
  loss: 0,
  cut: 0,
  idle: null,
  upgrades: 'passed',
  address: '192.0.2.1',
};

/** Connections in a network that their phones have left. */
interface Old {
  /** Delivers the data that was still on its way. */
  send(): void;
  areGone(): boolean;
}

/**
 * A network between the phones and a server, on loopback: as slow, lossy or silent as the
 * conditions say. Everything random in it follows from a seed.
 */
export class BadNetwork {
  /** Number of connections cut by the network itself. */
  cuts = 0;
  #conditions: Conditions;
  #gone = false;
  #target = 0;
  readonly #all: ProxiedConnection[] = [];
  /** Connections opened while the network was gone. */
  readonly #waiting: Socket[] = [];

  private constructor(
    readonly server: Server,
    conditions: Partial<Conditions>,
    readonly seed: number,
  ) {
    this.#conditions = { ...fair, ...conditions };
    server.on('connection', (near) => this.#enter(near));
  }

  /** Opens one before the server at `url`, which it may fail to reach for as long as it likes. */
  static async before(
    url: string,
    conditions: Partial<Conditions> = {},
    seed = 1,
  ): Promise<BadNetwork> {
    const server = createServer();
    const network = new BadNetwork(server, conditions, seed);
    network.leadTo(url);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return network;
  }

  get url(): string {
    // `listen` with a port gives an address, and no path.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Number of WebSockets opened through it. */
  get webSockets(): number {
    return this.#all.filter(({ isWebSocket }) => isWebSocket).length;
  }

  /** Sends new connections to this server. */
  leadTo(url: string): void {
    this.#target = Number(new URL(url).port);
  }

  /** Changes the conditions; data already on its way arrives as before. */
  become(conditions: Partial<Conditions>): void {
    this.#conditions = { ...this.#conditions, ...conditions };
  }

  /** Restores good conditions. */
  heal(): void {
    this.become(fair);
  }

  /** Stops without notice: delivers nothing, and accepts no connection. */
  vanish(): void {
    this.#gone = true;
    for (const connection of this.#open()) connection.fallSilent();
  }

  /** Comes back: old connections break, or go on with all data sent meanwhile. */
  comeBack(old: 'breaks' | 'goes on'): void {
    this.#gone = false;
    for (const connection of this.#open()) {
      if (old === 'breaks') connection.cut();
      else connection.speakAgain();
    }
    for (const near of this.#waiting.splice(0)) this.#enter(near);
  }

  /** Moves all phones to another network: the old connections stay silent, and are not closed. */
  moveTo(address: string): Old {
    const connections = this.#open();
    for (const connection of connections) connection.fallSilent();
    this.become({ address });
    return {
      send() {
        for (const connection of connections) connection.speakAgain();
      },
      areGone: () => !connections.some(({ isOpen }) => isOpen),
    };
  }

  /** Holds back all data from the server; data from the phones still arrives. */
  loseAnswers(): void {
    for (const connection of this.#open()) connection.loseAnswers();
  }

  /** Breaks all connections, as a restarting proxy does. */
  cutAll(): void {
    for (const connection of this.#open()) connection.cut();
  }

  async close(): Promise<void> {
    this.cutAll();
    for (const near of this.#waiting) near.destroy();
    await new Promise((done) => this.server.close(done));
  }

  #enter(near: Socket): void {
    if (near.destroyed) return;
    if (this.#gone) {
      near.on('error', () => {});
      this.#waiting.push(near);
      return;
    }
    const random = seededRandom(this.seed * 10_007 + this.#all.length);
    const cut = (): void => void (this.cuts += 1);
    this.#all.push(new ProxiedConnection(near, this.#target, () => this.#conditions, random, cut));
  }

  #open(): ProxiedConnection[] {
    return this.#all.filter(({ isOpen }) => isOpen);
  }
}
