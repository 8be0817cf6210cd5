import { Balancer } from '../../server/cli/cluster/balancer.ts';
import { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';
import { PlenaryProcess } from '../e2e/plenary-process.ts';

/** The built product as three processes on a PostgreSQL server of their own, behind a balancer. */
export class Cluster {
  private constructor(
    readonly database: TrialDatabase,
    readonly nodes: readonly PlenaryProcess[],
    readonly balancer: Balancer,
  ) {}

  static async start(decks: readonly string[] = []): Promise<Cluster> {
    const database = await TrialDatabase.start();
    const names = ['one', 'two', 'three'];
    const nodes = await Promise.all(
      names.map((name) =>
        PlenaryProcess.start(decks, {
          ...{ DATABASE_URL: database.url(), NODE_NAME: name, HOST: '127.0.0.1' },
        }),
      ),
    );
    const balancer = await Balancer.start(nodes.map(({ port }) => `http://127.0.0.1:${port}`));
    return new Cluster(database, nodes, balancer);
  }

  /** The address behind which all nodes are. */
  get url(): string {
    return `http://localhost:${this.balancer.port}`;
  }

  /** A folder of files, that of one of the nodes. */
  get folder(): string {
    return this.#some.folder;
  }

  /** Asks the HTTP interface, with the key. */
  api(method: string, path: string, body?: unknown): Promise<Response> {
    return this.#some.api(method, path, body);
  }

  get #some(): PlenaryProcess {
    const [first] = this.nodes;
    if (first === undefined) throw new Error('There are three.');
    return first;
  }

  async stop(): Promise<void> {
    await this.balancer.stop();
    for (const node of this.nodes) await node.stop();
    await this.database.stop();
  }
}
