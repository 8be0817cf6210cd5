import { Gauge, type Family } from '../../telemetry/prometheus.ts';
import type { Postgres } from './postgres.ts';

/** The name of a node, and its connections to the database. */
export function nodeGauges({ node, answers, reading }: Postgres): readonly Family[] {
  const pools = { answers, reading };
  const samples = Object.entries(pools).flatMap(
    ([pool, { totalCount, idleCount, waitingCount }]) => [
      { labels: { pool, state: 'busy' }, value: totalCount - idleCount },
      { labels: { pool, state: 'idle' }, value: idleCount },
      { labels: { pool, state: 'wanted' }, value: waitingCount },
    ],
  );
  return [
    new Gauge('plenary_node_info', 'The name of this node.', () => [
      { labels: { node }, value: 1 },
    ]),
    new Gauge(
      'plenary_database_connections',
      'Connections to PostgreSQL, and tasks that wait for one.',
      () => samples,
    ),
  ];
}
