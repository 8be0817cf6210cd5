import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { seededRandom } from './seeded-random.ts';
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
  /** What was on its way in it arrives after all. */
  send(): void;
  areGone(): boolean;
}

/**
 * A network between the phones and a server, on loopback: as slow, lossy, silent or stubborn as
 * the conditions say. Everything that happens by chance in it follows from a seed.
 */
export class BadNetwork {
  /** How many connections it has cut of its own accord. */
  cuts = 0;
  #conditions: Conditions;
  #gone = false;
  #target = 0;
  readonly #all: ProxiedConnection[] = [];
  /** Knocked while the network was gone. */
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
    // What `listen` with a port gives: an address, and no path.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How many WebSockets were opened through it. */
  get webSockets(): number {
    return this.#all.filter(({ isWebSocket }) => isWebSocket).length;
  }

  /** From now on whoever comes is led to this server. */
  leadTo(url: string): void {
    this.#target = Number(new URL(url).port);
  }

  /** From now on it is like this; what is on its way already arrives as before. */
  become(conditions: Partial<Conditions>): void {
    this.#conditions = { ...this.#conditions, ...conditions };
  }

  /** From now on it is a good one. */
  heal(): void {
    this.become(fair);
  }

  /** Is gone, and nobody is told: nothing is delivered, and whoever knocks is not heard. */
  vanish(): void {
    this.#gone = true;
    for (const connection of this.#open()) connection.fallSilent();
  }

  /** Is back: what was connected before breaks, or goes on with all that was sent meanwhile. */
  comeBack(old: 'breaks' | 'goes on'): void {
    this.#gone = false;
    for (const connection of this.#open()) {
      if (old === 'breaks') connection.cut();
      else connection.speakAgain();
    }
    for (const near of this.#waiting.splice(0)) this.#enter(near);
  }

  /** Everybody is in another network: the old connections are silent for ever, without a word. */
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

  /** What the phones send still reaches the server; what the server says reaches nobody. */
  loseAnswers(): void {
    for (const connection of this.#open()) connection.loseAnswers();
  }

  /** Breaks all that is connected, as a proxy does that restarts. */
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
