import { readFile } from 'node:fs/promises';
import { TrialDatabase } from '../../../server/cli/cluster/trial-database.ts';
import { median, spread } from '../../../server/cli/rehearse/statistics.ts';
import { DatabaseProxy } from '../../nodes/database-proxy.ts';
import { atMost, figure, type Limit, type Line } from '../lines.ts';
import { node, product, type Subject } from '../subject.ts';

/** The size of a hall that answers once, within so many milliseconds. */
interface HallSize {
  readonly phones: number;
  readonly answerMs: number;
  readonly rounds: number;
}

const EARLY = 300;
/** Clock ticks in a second of CPU time: Linux counts so for all programs. */
const TICKS = 100;

interface Hall {
  /** CPU seconds for a thousand answers. */
  readonly own: number;
  /** 99th percentile from an answer to its receipt, in milliseconds. */
  readonly receipt: number;
}

interface HallOnNodes extends Hall {
  /** CPU seconds of another node and of the database for a thousand answers. */
  readonly other: number;
  readonly database: number;
  /** Bytes from the database to another node for each answer. */
  readonly bytes: number;
}

/** A hall joins one node and answers; `meanwhile` reads further meters before and after. */
async function hall<Meters>(
  subject: Subject,
  { phones, answerMs }: HallSize,
  seed: number,
  meanwhile: () => Promise<Meters>,
): Promise<Hall & { readonly before: Meters; readonly after: Meters }> {
  const { swarm, server } = subject;
  await swarm.join(EARLY, EARLY);
  for (let time = 0; time < 5; time += 1) await swarm.answer(swarm.phones, 500, time);
  await swarm.join(phones, 2_000);
  const cpu = await server.cpuSeconds();
  const before = await meanwhile();
  const answering = await swarm.answer(swarm.phones.slice(EARLY), answerMs, seed);
  const after = await meanwhile();
  const own = ((await server.cpuSeconds()) - cpu) / (phones / 1_000);
  return { own, receipt: spread(answering.acknowledged).p99, before, after };
}

async function onSqlite(size: HallSize, seed: number): Promise<Hall> {
  const subject = await product();
  const measured = await hall(subject, size, seed, async () => null);
  await subject.stop();
  return measured;
}

/** The hall is at the first of so many nodes; at each other one somebody looks at the stage. */
async function onNodes(count: number, size: HallSize, seed: number): Promise<HallOnNodes> {
  const database = await TrialDatabase.start();
  const way = await DatabaseProxy.before(database.url());
  const first = await node({ DATABASE_URL: database.url(), NODE_NAME: 'first' }, null);
  const others: Subject[] = [];
  for (let place = 1; place < count; place += 1) {
    const settings = { DATABASE_URL: way.url, NODE_NAME: `other-${place}` };
    others.push(await node(settings, first.code));
  }
  const [other] = others;
  const measured = await hall(first, size, seed, async () => ({
    other: (await other?.server.cpuSeconds()) ?? 0,
    database: await cpuOf(database),
    bytes: way.received,
  }));
  for (const one of [...others, first]) await one.stop();
  way.stop();
  await database.stop();
  const { before, after } = measured;
  const thousands = size.phones / 1_000;
  return {
    ...measured,
    other: (after.other - before.other) / thousands,
    database: (after.database - before.database) / thousands,
    bytes: (after.bytes - before.bytes) / size.phones / Math.max(1, others.length),
  };
}

/** CPU seconds of all processes of a database server that run now. */
async function cpuOf(database: TrialDatabase): Promise<number> {
  const processes = await database.processes();
  const ticks = await Promise.all(
    processes.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
      const numbers = status.slice(status.lastIndexOf(')')).split(' ');
      // User and system time: fields 14 and 15 of all, where the name in brackets is the second.
      return Number(numbers[12] ?? 0) + Number(numbers[13] ?? 0);
    }),
  );
  return ticks.reduce((all, one) => all + one, 0) / TICKS;
}

/** The lines about several nodes: the cost of an answer at its own node, at another, and in PostgreSQL. */
export async function nodes(size: HallSize): Promise<Line[]> {
  const sqlite: Hall[] = [];
  const runs: Record<1 | 2 | 3, HallOnNodes[]> = { 1: [], 2: [], 3: [] };
  for (let round = 1; round <= size.rounds; round += 1) {
    sqlite.push(await onSqlite(size, round));
    for (const count of [1, 2, 3] as const) runs[count].push(await onNodes(count, size, round));
  }
  const hallName = `${size.phones.toLocaleString('en-GB')} phones in ${size.answerMs / 1_000} s`;
  const reference = median(sqlite.map(({ own }) => own));
  const receipt = median(sqlite.map((run) => run.receipt));
  return [
    line(
      `CPU seconds per 1,000 answers, own node on PostgreSQL, ${hallName}`,
      median(runs[1].map(({ own }) => own)),
      ['SQLite', reference],
      atMost(1.25),
    ),
    line(
      'the same at another node',
      median(runs[2].map(({ other }) => other)),
      ['own node', median(runs[2].map(({ own }) => own))],
      atMost(0.2),
    ),
    line(
      'the same in PostgreSQL, for one node',
      median(runs[1].map(({ database }) => database)),
      ['own node', median(runs[1].map(({ own }) => own))],
      atMost(1),
    ),
    ...([1, 2, 3] as const).map((count) =>
      line(
        `answer → receipt, p99 in ms, ${count === 1 ? 'one node' : `${count} nodes`}`,
        median(runs[count].map((run) => run.receipt)),
        ['SQLite', receipt],
        atMost(4),
      ),
    ),
    {
      what: 'bytes from PostgreSQL to another node for each answer',
      ours: figure(median(runs[2].map(({ bytes }) => bytes))),
      reference: '',
      ratio: median(runs[2].map(({ bytes }) => bytes)),
      must: atMost(500),
      aim: null,
    },
  ];
}

function line(
  what: string,
  ours: number,
  [name, reference]: readonly [string, number],
  must: Limit,
): Line {
  return {
    ...{ what, must, aim: null, ours: figure(ours) },
    reference: `${name} ${figure(reference)}`,
    ratio: ours / reference,
  };
}
