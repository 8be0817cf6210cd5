import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { Results } from '../../src/session/results.ts';
import { Client } from '../integration/client.ts';
import { RunningServer } from '../integration/running-server.ts';
import { BadNetwork } from './bad-network.ts';
import { Phones } from './phones.ts';

/** A server for a file's tests, and for each test phones in a bad network of their own. */
export interface PhonesFixture {
  readonly server: RunningServer;
  readonly network: BadNetwork;
  readonly phones: Phones;
  /** Starts the server anew on another port, to which the network leads. */
  restartServer(): Promise<void>;
  /** Starts a session at its first question; the presenter's network is a good one. */
  startSession(): Promise<{ code: string; presenter: Client }>;
  /** The attendee and the choice of each row of the export. */
  exported(code: string): Promise<[attendee: string, choice: string][]>;
}

export function phonesFixture(): PhonesFixture {
  const networks: BadNetwork[] = [];
  let server: RunningServer;
  let network: BadNetwork;
  let phones: Phones;
  beforeAll(async () => {
    server = await RunningServer.start();
  });
  afterAll(async () => {
    for (const one of networks) await one.close();
    await server.stop();
  });
  beforeEach(async () => {
    network = await BadNetwork.before(server.url);
    networks.push(network);
    phones = new Phones(network.url);
  });
  // Its phones stay in it.
  afterEach(() => network.heal());
  return {
    get server() {
      return server;
    },
    get network() {
      return network;
    },
    get phones() {
      return phones;
    },
    async restartServer() {
      server = await server.restart();
      network.leadTo(server.url);
    },
    async startSession() {
      const code = await server.session();
      const presenter = await Client.console(server.url, code);
      await presenter.show(1);
      return { code, presenter };
    },
    async exported(code) {
      const response = await server.api('GET', `/sessions/${code}/results.json`);
      const { rows } = (await response.json()) as Results;
      return rows.map(({ attendee, choice }) => [attendee, choice]);
    },
  };
}
