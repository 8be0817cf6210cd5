import type { TestContext } from 'vitest';
import { TrialDatabase } from '../../server/cli/cluster/trial-database.ts';
import type { Results } from '../../src/session/results.ts';
import { Client } from '../integration/client.ts';
import { RunningServer } from '../integration/running-server.ts';

const PHONES = 20;

const DRINKS = `# Drinks

---

\`\`\`poll
id: drink
question: Drink?
options: [Tea, Coffee]
\`\`\`
`;

type Context = Pick<TestContext, 'onTestFinished'>;

export async function trialDatabase({ onTestFinished }: Context): Promise<TrialDatabase> {
  const database = await TrialDatabase.start();
  onTestFinished(() => database.stop());
  return database;
}

/** Two nodes, each with its own way to the database, and a session at its first question. */
export async function twoNodes(context: Context, urls: readonly [string, string]) {
  const nodes: RunningServer[] = [];
  for (const [place, url] of urls.entries()) {
    const node = await RunningServer.node(url, `node ${place}`);
    context.onTestFinished(() => node.stop());
    await node.rewriteDeck(DRINKS);
    nodes.push(node);
  }
  const [a, b] = nodes;
  if (a === undefined || b === undefined) throw new Error('Two were started.');
  const code = await a.session();
  const console = await Client.console(a.url, code);
  await console.show(1);
  return { a, b, code, console };
}

export async function phonesAt(nodes: readonly RunningServer[], code: string): Promise<Client[]> {
  const places = Array.from({ length: PHONES }, (_, place) => nodes[place % nodes.length]);
  return Promise.all(places.flatMap((node) => (node ? [Client.attendee(node.url, code)] : [])));
}

/** Each attendee's choice, as a node exports it. */
export async function choicesAt(node: RunningServer, code: string): Promise<Map<string, string>> {
  const response = await node.api('GET', `/sessions/${code}/results.json`);
  const { rows } = (await response.json()) as Results;
  return new Map(rows.map(({ attendee, choice }) => [attendee, choice]));
}
