import { Client } from 'pg';
import { inject } from 'vitest';

/** A database of a test's own. */
export interface FreshDatabase {
  readonly url: string;
  /** Removes it, and ends the connections that it has. */
  drop(): Promise<void>;
}

export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `plenary_test_${crypto.randomUUID().replaceAll('-', '')}`;
  await asked(`CREATE DATABASE ${name}`);
  const url = new URL(inject('postgres'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asked(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Asks the server as a whole. */
async function asked(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
