import { median } from '../../../server/cli/rehearse/statistics.ts';
import { prepareHostileClients, type HostileClients } from '../hostile-clients.ts';
import { hostileTraffic, type HostileTraffic } from '../hostile-traffic.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { product, type Subject } from '../subject.ts';
import { answerOnce, worstP99, type Round } from '../worst-p99.ts';

/** The number of phones that answer while others flood, for how long, and how often. */
export interface FloodSize {
  readonly phones: number;
  readonly answerMs: number;
  readonly rounds: number;
}

const FLOODERS = [10, 50, 150];
// The phones answer before the flood begins: its first moment is measured as well.
const BEGINS_AFTER_MS = 500;

/** The lines about floods: clients that send what they can must not slow down the rest. */
export async function flood(size: FloodSize): Promise<Line[]> {
  const subject = await crowdOf(size);
  const lines: Line[] = [];
  for (const flooders of FLOODERS) lines.push(await oneFlood(subject, flooders, size));
  await subject.stop();
  return lines;
}

/** Kinds of traffic that are measured again: the worst of many noisy figures is worse than each of them. */
const MEASURED_AGAIN = 3;

/** The lines about one client that sends traffic of any kind: the worst of all kinds. */
export async function hostileClient(size: FloodSize): Promise<Line[]> {
  const subject = await crowdOf(size);
  const looks: Look[] = [];
  for (const kind of Object.keys(hostileTraffic) as HostileTraffic[]) {
    looks.push(await oneKind(subject, kind, size));
  }
  const again: Look[] = [];
  for (const { kind } of looks.toSorted(byRatio).slice(0, MEASURED_AGAIN)) {
    again.push(await oneKind(subject, kind, { ...size, rounds: 2 * size.rounds + 1 }));
  }
  await subject.stop();
  const [slowest] = again.toSorted(byRatio);
  const [largest] = looks.toSorted((one, other) => other.grown - one.grown);
  if (slowest === undefined || largest === undefined) return [];
  return [
    {
      what: `vote → ack, worst p99 of any 3 s, ${size.phones} phones while one client sends the worst of ${looks.length} kinds of traffic (${slowest.kind})`,
      ours: `${figure(slowest.beside)} ms`,
      reference: `without it ${figure(slowest.calm)} ms`,
      ratio: slowest.ratio,
      must: atMost(1.5),
      aim: atMost(1.1),
    },
    {
      what: `resident memory that one such client adds, after a collection (${largest.kind})`,
      ours: `${figure(largest.grown)} MB`,
      reference: '',
      ratio: largest.grown,
      must: atMost(5),
      aim: atMost(1),
    },
  ];
}

function byRatio(one: Look, other: Look): number {
  return other.ratio - one.ratio;
}

interface Look {
  readonly kind: HostileTraffic;
  readonly calm: number;
  readonly beside: number;
  readonly ratio: number;
  /** Resident memory, in MB, beyond that by which the same round grows without the client. */
  readonly grown: number;
}

async function crowdOf({ phones, answerMs }: FloodSize): Promise<Subject> {
  const subject = await product();
  await subject.swarm.join(phones, phones);
  await subject.swarm.answer(subject.swarm.phones, answerMs);
  return subject;
}

async function oneFlood(
  subject: Subject,
  flooders: number,
  { phones, answerMs, rounds }: FloodSize,
): Promise<Line> {
  const calm: Round[] = [];
  const flooded: Round[] = [];
  let heard = '';
  for (let round = 0; round < rounds; round += 1) {
    const hostileClients = await prepareHostileClients(subject, flooders);
    calm.push(await answerOnce(subject.swarm, answerMs, round));
    flooded.push(await besideHostileClients(subject, hostileClients, answerMs, round));
    const report = await hostileClients.stop();
    if (report === null) continue;
    const { sent, refused, cut } = report;
    heard = `${figure(sent)} sent, ${figure(refused)} refused, ${figure(cut)} cut off`;
  }
  const p99 = { calm: worstP99(calm), flooded: worstP99(flooded) };
  return {
    what: `vote → ack, worst p99 of any 3 s, ${phones} phones while ${flooders} clients flood (${heard})`,
    ours: `${figure(p99.flooded)} ms`,
    reference: `without them ${figure(p99.calm)} ms`,
    ratio: p99.flooded / p99.calm,
    must: atMost(1.5),
    aim: atMost(1.1),
  };
}

async function oneKind(
  subject: Subject,
  kind: HostileTraffic,
  { answerMs, rounds }: FloodSize,
): Promise<Look> {
  const calm: Round[] = [];
  const beside: Round[] = [];
  const grown: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const hostileClients = await prepareHostileClients(subject, 1, kind);
    const first = await subject.server.memory();
    calm.push(await answerOnce(subject.swarm, answerMs, round));
    const before = await subject.server.memory();
    beside.push(await besideHostileClients(subject, hostileClients, answerMs, round));
    const after = await subject.server.memory();
    const ofAnswers = before.rssBytes - first.rssBytes;
    grown.push((after.rssBytes - before.rssBytes - ofAnswers) / 1_000_000);
    await hostileClients.stop();
  }
  const p99 = { calm: worstP99(calm), beside: worstP99(beside) };
  return { kind, ...p99, ratio: p99.beside / p99.calm, grown: median(grown) };
}

function besideHostileClients(
  { swarm }: Subject,
  hostileClients: HostileClients,
  answerMs: number,
  round: number,
): Promise<Round> {
  setTimeout(() => hostileClients.begin(), BEGINS_AFTER_MS);
  return answerOnce(swarm, answerMs, round);
}
