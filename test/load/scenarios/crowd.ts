import { median, spread, type Spread } from '../../../server/cli/rehearse/statistics.ts';
import { atMost, figure, type Limit, type Line } from '../lines.ts';
import type { Phone } from '../phone.ts';
import { bare, broadcasting, product, wrongAnswers, type Subject } from '../subject.ts';
import type { Answering } from '../swarm.ts';

/** The size of a crowd, and of its questions. */
export interface CrowdSize {
  readonly phones: number;
  readonly joinMs: number;
  readonly answerMs: number;
  readonly rounds: number;
}

interface Crowd {
  /** CPU seconds per thousand first answers, and per thousand when all change theirs. */
  readonly first: number;
  readonly changed: number;
  readonly ack: Spread;
  readonly stage: Spread;
  readonly phone: Spread;
  readonly bytes: number;
  readonly mostBytes: number;
  readonly frames: number;
  readonly missing: number;
  readonly wrong: number;
}

const EARLY = 300;

/**
 * Everybody joins and answers once within a short time, and once more, when all of them see the
 * tally. A few have answered some times before: a server that has just started compiles its code
 * at the first answers, whatever it does with them.
 */
async function ask(subject: Subject, size: CrowdSize, seed: number): Promise<Crowd> {
  const { swarm } = subject;
  await swarm.join(EARLY, EARLY);
  for (let time = 0; time < 5; time += 1) await swarm.answer(swarm.phones, 500, time);
  await swarm.join(size.phones, size.joinMs);
  const room = swarm.phones.slice(EARLY);
  for (const phone of room) phone.take();
  const [atFirst, first] = await costOf(subject, room, size, seed);
  const taken = room.map((phone) => phone.take());
  const bytes = taken.map((one) => one.bytes);
  const [, changed] = await costOf(subject, room, size, seed + 100);
  const wrong = subject.code === 'none' ? 0 : await wrongAnswers(subject);
  await subject.stop();
  return {
    first,
    changed,
    ack: spread(atFirst.acknowledged),
    stage: spread(atFirst.onStage),
    phone: spread(atFirst.onPhones),
    bytes: sum(bytes) / size.phones,
    mostBytes: Math.max(...bytes),
    frames: sum(taken.map((one) => one.frames)) / size.phones,
    missing: atFirst.refused + atFirst.lost,
    wrong,
  };
}

/** Results of the answers, and CPU seconds per thousand of them. */
async function costOf(
  { server, swarm }: Subject,
  room: readonly Phone[],
  { answerMs, phones }: CrowdSize,
  seed: number,
): Promise<[Answering, number]> {
  const before = await server.cpuSeconds();
  const answering = await swarm.answer(room, answerMs, seed);
  const after = await server.cpuSeconds();
  return [answering, ((after - before) / phones) * 1000];
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** The lines about a large crowd: cost and latency of an answer. */
export async function crowd(size: CrowdSize): Promise<Line[]> {
  const ours: Crowd[] = [];
  const theirs: Crowd[] = [];
  for (let round = 1; round <= size.rounds; round += 1) {
    theirs.push(await ask(await bare(), size, round));
    ours.push(await ask(await product(), size, round));
  }
  const of = (figureOf: (run: Crowd) => number): Compared => ({
    ours: median(ours.map(figureOf)),
    theirs: median(theirs.map(figureOf)),
    ratio: median(ours.map((run, n) => figureOf(run) / figureOf(theirs[n] ?? run))),
  });
  const phones = `${size.phones.toLocaleString('en-GB')} phones in ${size.answerMs / 1000} s`;
  const cpu = { unit: '', reference: 'bare ws' };
  const timed = { unit: ' ms', reference: 'bare ws', aim: null };
  const lasting = { ...timed, reference: 'bare ws, sliced, not durable' };
  return [
    compared(
      `CPU seconds per 1,000 votes, all see the tally, ${phones}`,
      of((run) => run.changed),
      { ...cpu, must: atMost(1.3), aim: atMost(1.1) },
    ),
    compared(
      'the same at their first answers, when half of them see it',
      of((run) => run.first),
      { ...cpu, must: atMost(1.5), aim: atMost(1.2) },
    ),
    compared(
      'vote → durable ack, p99',
      of((run) => run.ack.p99),
      { ...lasting, must: atMost(2), aim: atMost(1.5) },
    ),
    compared(
      'vote → stage, p99',
      of((run) => run.stage.p99),
      { ...timed, must: atMost(1.05), aim: atMost(1) },
    ),
    compared(
      'vote → phones, p99',
      of((run) => run.phone.p99),
      { ...timed, must: atMost(1.5) },
    ),
    ...absolute(ours, size),
  ];
}

interface Compared {
  readonly ours: number;
  readonly theirs: number;
  readonly ratio: number;
}

function compared(
  what: string,
  { ours, theirs, ratio }: Compared,
  line: { unit: string; reference: string; must: Limit; aim: Limit | null },
): Line {
  const { unit, reference, must, aim } = line;
  return {
    what,
    ours: figure(ours) + unit,
    reference: `${reference} ${figure(theirs)}${unit}`,
    ...{ ratio, must, aim },
  };
}

function absolute(ours: readonly Crowd[], { answerMs }: CrowdSize): Line[] {
  const bytes = median(ours.map((run) => run.bytes));
  const frames = figure(median(ours.map((run) => run.frames)));
  const most = figure(Math.max(...ours.map((run) => run.mostBytes)));
  const wrong = sum(ours.map((run) => run.wrong + run.missing));
  return [
    {
      what: `bytes a phone while a question is open ${answerMs / 1000} s (${frames} frames; at most ${most} bytes)`,
      ours: figure(bytes),
      reference: '',
      ratio: bytes,
      must: atMost(2_300),
      aim: null,
    },
    {
      what: 'answers lost, doubled or other than acknowledged',
      ours: String(wrong),
      reference: '',
      ratio: wrong,
      must: atMost(0),
      aim: null,
    },
  ];
}

/** The line about a small crowd, whose stage should change with every answer. */
export async function smallRoom(size: CrowdSize): Promise<Line[]> {
  const ratios: number[] = [];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 1; round <= size.rounds; round += 1) {
    const reference = await onStage(await broadcasting(), size, round);
    const own = await onStage(await product(), size, round);
    theirs.push(reference);
    ours.push(own);
    ratios.push(own / reference);
  }
  return [
    {
      what: `vote → stage, p99, ${size.phones} phones`,
      ours: `${figure(median(ours))} ms`,
      reference: `broadcast per vote ${figure(median(theirs))} ms`,
      ratio: median(ratios),
      must: atMost(1.5),
      aim: null,
    },
  ];
}

/** The 99th percentile of how long an answer took to the stage, in milliseconds. */
async function onStage(subject: Subject, size: CrowdSize, seed: number): Promise<number> {
  const { swarm } = subject;
  await swarm.join(size.phones, size.joinMs);
  for (let time = 0; time < 3; time += 1)
    await swarm.answer(swarm.phones.slice(0, 50), 1_000, time);
  const answering = await swarm.answer(swarm.phones.slice(50), size.answerMs, seed);
  await subject.stop();
  return spread(answering.onStage).p99;
}
