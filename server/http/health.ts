import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Connections } from '../transport/socket-server.ts';
import { nodeGauges } from '../storage/postgres/node-gauges.ts';
import type { Postgres } from '../storage/postgres/postgres.ts';
import type { EventLog } from '../storage/event-log.ts';
import { connectionCounts, type ConnectionCounts } from '../telemetry/connection-counts.ts';
import { processMetrics } from '../telemetry/process-metrics.ts';
import { CONTENT_TYPE, Gauge, type Family } from '../telemetry/prometheus.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

type Env = { Bindings: HttpBindings };

/** The message for clients after an unexpected error. */
export const FAULT_MESSAGE = 'Something went wrong. It was logged; please try again.';

/** A reason why the server is not ready. */
interface Reason {
  readonly name: string;
  readonly message: string;
}

const overloaded: Reason = {
  name: 'overloaded',
  message: 'This machine is too slow for what is asked of it: everything is answered late.',
};

interface SessionCounts {
  /** Those that were open in this process and have not ended. */
  readonly running: number;
  readonly inMemory: number;
}

export interface HealthDeps {
  readonly connections: Connections;
  readonly log: EventLog;
  readonly telemetry: Telemetry;
  readonly sessions: () => SessionCounts;
  /** The database that nodes share; null where this is the only one. */
  readonly postgres: Postgres | null;
}

/** Adds the routes /healthz, /readyz and /metrics, and the handler of unexpected errors. */
export function addHealth(
  routes: Hono<Env>,
  { connections, log, telemetry, sessions, postgres }: HealthDeps,
): void {
  const counts = connectionCounts(connections);
  const processGauges = processMetrics();
  routes.get('/healthz', (c) => noStore(c).text('ok'));
  routes.get('/readyz', async (c) => {
    const reasons = await notReadyReasons(log, telemetry);
    const who = { transports: counts().attendee, ...(postgres && { node: postgres.node }) };
    if (reasons.length === 0) return noStore(c).json({ ready: true, ...who });
    return noStore(c).json({ ready: false, reasons, ...who }, 503);
  });
  routes.get('/metrics', async (c) => {
    const now = [
      ...currentGauges(counts(), sessions()),
      ...(postgres === null ? [] : nodeGauges(postgres)),
      ...(await processGauges()),
    ];
    return noStore(c).body(telemetry.metrics.text(now), 200, { 'Content-Type': CONTENT_TYPE });
  });
  routes.onError((error, c) => {
    // A request that its client aborted is not an error of the server.
    if (c.env.incoming.complete) telemetry.fault(error);
    return c.json({ error: { name: 'fault', message: FAULT_MESSAGE } }, 500);
  });
}

/** Forbids caches to store the response. */
function noStore(c: Context<Env>): Context<Env> {
  c.header('Cache-Control', 'no-store');
  return c;
}

async function notReadyReasons(log: EventLog, { eventLoop }: Telemetry): Promise<Reason[]> {
  const store = await log.check();
  return [...(store.ok ? [] : [store.error]), ...(eventLoop.overloaded ? [overloaded] : [])];
}

function currentGauges(
  counts: ConnectionCounts,
  { running, inMemory }: SessionCounts,
): readonly Family[] {
  const byRole = Object.entries(counts).flatMap(([role, transports]) =>
    Object.entries(transports).map(([transport, value]) => ({
      labels: { role, transport },
      value,
    })),
  );
  return [
    new Gauge('plenary_connections', 'Connections, by role and transport.', () => byRole),
    new Gauge(
      'plenary_sessions_open',
      'Sessions that were used since the start and have not ended.',
      () => [{ value: running }],
    ),
    new Gauge('plenary_sessions_in_memory', 'Sessions that are in memory.', () => [
      { value: inMemory },
    ]),
  ];
}
