import type { TestContext } from 'vitest';
import { RunningServer } from '../integration/running-server.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

/** Some nodes on a database of their own, until the test ends. */
async function someNodes(
  { onTestFinished }: Pick<TestContext, 'onTestFinished'>,
  ...names: readonly string[]
): Promise<{ readonly database: FreshDatabase; readonly nodes: readonly RunningServer[] }> {
  const database = await freshDatabase();
  onTestFinished(() => database.drop());
  const nodes: RunningServer[] = [];
  for (const name of names) {
    const node = await RunningServer.node(database.url, name);
    onTestFinished(() => node.stop());
    nodes.push(node);
  }
  return { database, nodes };
}

/** The same for two nodes. */
export async function twoNodes(context: Pick<TestContext, 'onTestFinished'>): Promise<{
  readonly a: RunningServer;
  readonly b: RunningServer;
  readonly database: FreshDatabase;
}> {
  const { database, nodes } = await someNodes(context, 'a', 'b');
  const [a, b] = nodes;
  if (a === undefined || b === undefined) throw new Error('Two were started.');
  return { a, b, database };
}
