import { inTransaction, type Postgres } from './postgres.ts';

/** Reads the presenter's key that all nodes share; keeps `made` as that the first time. Rejects with pg's errors. */
export function loadOrKeepKey({ answers }: Postgres, made: string): Promise<string> {
  return inTransaction(answers, async (client) => {
    await client.query(
      "INSERT INTO settings (name, value) VALUES ('presenter-key', $1) ON CONFLICT DO NOTHING",
      [made],
    );
    const { rows } = await client.query<{ value: string }>(
      "SELECT value FROM settings WHERE name = 'presenter-key'",
    );
    return rows[0]?.value ?? made;
  });
}
