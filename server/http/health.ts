import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';
import type { Connections } from '../transport/socket-server.ts';
import type { EventLog } from '../storage/event-log.ts';
import { connectionCounts, type ConnectionCounts } from '../telemetry/connection-counts.ts';
import { processMetrics } from '../telemetry/process-metrics.ts';
import { CONTENT_TYPE, Gauge, type Family } from '../telemetry/prometheus.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

type Env = { Bindings: HttpBindings };

/** What whoever meets a fault is told of it. */
export const faultWords = 'Something went wrong here. It was noted; please try again.';

/** Why the server should be sent nobody just now. */
interface Reason {
  readonly name: string;
  readonly message: string;
}

const overloaded: Reason = {
  name: 'overloaded',
  message: 'This machine is too slow for what is asked of it: everything is answered late.',
};

interface HealthDeps {
  readonly connections: Connections;
  readonly log: EventLog;
  readonly telemetry: Telemetry;
  /** Sessions that are open in this process and have not ended. */
  readonly running: () => number;
}

/** Whether the server lives, whether it is ready, and what it has done: for anybody who asks. */
export function addHealth(
  routes: Hono<Env>,
  { connections, log, telemetry, running }: HealthDeps,
): void {
  const counts = connectionCounts(connections);
  const ofProcess = processMetrics();
  routes.get('/healthz', (c) => notKept(c).text('ok'));
  routes.get('/readyz', async (c) => {
    const reasons = await notReadyBecause(log, telemetry);
    const transports = counts().attendee;
    if (reasons.length === 0) return notKept(c).json({ ready: true, transports });
    return notKept(c).json({ ready: false, reasons, transports }, 503);
  });
  routes.get('/metrics', async (c) => {
    const now = [...presentState(counts(), running()), ...(await ofProcess())];
    return notKept(c).body(telemetry.metrics.text(now), 200, { 'Content-Type': CONTENT_TYPE });
  });
  routes.onError((error, c) => {
    // Whoever leaves in the middle of a request is no fault of the server's.
    if (c.env.incoming.complete) telemetry.fault(error);
    return c.json({ error: { name: 'fault', message: faultWords } }, 500);
  });
}

/** An answer that no cache keeps: it is old in a moment. */
function notKept(c: Context<Env>): Context<Env> {
  c.header('Cache-Control', 'no-store');
  return c;
}

async function notReadyBecause(log: EventLog, { eventLoop }: Telemetry): Promise<Reason[]> {
  const store = await log.check();
  return [...(store.ok ? [] : [store.error]), ...(eventLoop.overloaded ? [overloaded] : [])];
}

function presentState(counts: ConnectionCounts, running: number): readonly Family[] {
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
      'Sessions that somebody is in and that have not ended.',
      () => [{ value: running }],
    ),
  ];
}
