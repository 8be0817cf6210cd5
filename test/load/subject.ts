import { Client } from '../integration/client.ts';
import { bareWs, broadcastPerVote, plenary, QUESTION, type Dialect } from './dialects.ts';
import type { Job } from './references/job.mjs';
import { KEY, ServerProcess } from './server-process.ts';
import { Swarm } from './swarm.ts';

/** A server that is measured, with a swarm that speaks its protocol. */
export interface Subject {
  readonly name: string;
  readonly server: ServerProcess;
  readonly swarm: Swarm;
  /** The session that the swarm is in. */
  readonly code: string;
  stop(): Promise<void>;
}

/** The sizes and intervals of Plenary's frames, measured on the wire, for the references to copy. */
const sameJob: Job = {
  stateBytes: 640,
  tallyBytes: 92,
  stageInterval: 100,
  phoneInterval: 250,
  heartbeat: 15_000,
  sliced: true,
};

/** Bare `ws`, writing to phones in slices unless told otherwise. */
export async function bare(job: Partial<Job> = {}): Promise<Subject> {
  const server = await ServerProcess.reference('bare-ws', { ...sameJob, ...job });
  return subject(bareWs, server, 'none');
}

/** Socket.IO that broadcasts each answer. */
export async function broadcasting(): Promise<Subject> {
  const server = await ServerProcess.reference('broadcast-per-vote', sameJob);
  return subject(broadcastPerVote, server, 'none');
}

/** Plenary as it is built, with one open question whose tally is live; `fill` may write data before. */
export async function product(fill?: (dataDir: string) => Promise<void>): Promise<Subject> {
  const server = await ServerProcess.plenary('test/load/decks', fill);
  return subject(plenary, server, await openSession(server));
}

/** One of several nodes, with a swarm at it; the first begins a session, which the others take up. */
export async function node(
  environment: Readonly<Record<string, string>>,
  code: string | null,
): Promise<Subject> {
  const server = await ServerProcess.plenary('test/load/decks', undefined, environment);
  return subject(plenary, server, code ?? (await openSession(server)));
}

async function subject(dialect: Dialect, server: ServerProcess, code: string): Promise<Subject> {
  const swarm = new Swarm(dialect, server.port, code);
  await swarm.watch();
  return {
    name: dialect.name,
    server,
    swarm,
    code,
    async stop() {
      swarm.leave();
      await server.stop();
    },
  };
}

/** Starts a session and opens its question; resolves with its code. */
export async function openSession(server: ServerProcess): Promise<string> {
  const code = await startSession(server, 'room');
  const presenter = await Client.console(`http://127.0.0.1:${server.port}`, code);
  await presenter.ask('slide:show', { h: 1, v: 0, f: -1 });
  presenter.close();
  return code;
}

/** Starts a session of a deck; resolves with its code. */
export async function startSession({ port }: ServerProcess, deck: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/v1/sessions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${KEY}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ deck }),
  });
  const { code } = (await response.json()) as { code: string };
  return code;
}

const OPTIONS = ['Tea', 'Coffee', 'Water', 'Nothing'];

/**
 * Number of answers in Plenary's export that differ from the ones acknowledged: lost, doubled or
 * altered. An answer that was sent and not acknowledged may be there or not.
 */
export async function wrongAnswers({ server, swarm, code }: Subject): Promise<number> {
  const url = `http://127.0.0.1:${server.port}/api/v1/sessions/${code}/results.json`;
  const response = await fetch(url, { headers: { Authorization: `Bearer ${KEY}` } });
  const { rows } = (await response.json()) as {
    rows: { activity: string; attendee: string; choice: string }[];
  };
  const exported = new Map<string, number[]>();
  for (const { activity, attendee, choice } of rows) {
    if (activity !== QUESTION) continue;
    exported.set(attendee, [...(exported.get(attendee) ?? []), OPTIONS.indexOf(choice)]);
  }
  let wrong = 0;
  for (const { token, sent, recorded } of swarm.phones) {
    const attendee = token?.split('.')[0] ?? '';
    const counted = exported.get(attendee) ?? [];
    exported.delete(attendee);
    const [only = null] = counted;
    if (counted.length > 1 || (only !== recorded && only !== sent)) wrong += 1;
  }
  return wrong + exported.size;
}
