import { median, spread, type Spread } from '../figures.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { bare, broadcasting, product, wrongAnswers, type Subject } from '../subject.ts';

/** How a crowd is asked. */
export interface CrowdSize {
  readonly phones: number;
  readonly joinMs: number;
  readonly answerMs: number;
  readonly rounds: number;
}

interface Crowd {
  readonly cpuPerThousand: number;
  readonly ack: Spread;
  readonly wall: Spread;
  readonly phone: Spread;
  readonly bytes: number;
  readonly mostBytes: number;
  readonly frames: number;
  readonly missing: number;
  readonly wrong: number;
}

/** Everybody joins, then everybody answers once within a short time. */
async function ask(subject: Subject, size: CrowdSize, seed: number): Promise<Crowd> {
  const { server, swarm } = subject;
  await swarm.join(size.phones, size.joinMs);
  for (const phone of swarm.phones) phone.take();
  const before = await server.cpuSeconds();
  const answering = await swarm.answer(swarm.phones, size.answerMs, seed);
  const after = await server.cpuSeconds();
  const taken = swarm.phones.map((phone) => phone.take());
  const bytes = taken.map((one) => one.bytes);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  const wrong = subject.code === 'none' ? 0 : await wrongAnswers(subject);
  await subject.stop();
  return {
    cpuPerThousand: ((after - before) / size.phones) * 1000,
    ack: spread(answering.acknowledged),
    wall: spread(answering.onWall),
    phone: spread(answering.onPhones),
    bytes: sum(bytes) / size.phones,
    mostBytes: Math.max(...bytes),
    frames: sum(taken.map((one) => one.frames)) / size.phones,
    missing: answering.refused + answering.lost,
    wrong,
  };
}

/** The lines about a large room: what a vote costs, and how long it takes. */
export async function crowd(size: CrowdSize): Promise<Line[]> {
  const ours: Crowd[] = [];
  const theirs: Crowd[] = [];
  for (let round = 1; round <= size.rounds; round += 1) {
    theirs.push(await ask(await bare(), size, round));
    ours.push(await ask(await product(), size, round));
  }
  const compare = (of: (run: Crowd) => number) => ({
    ours: median(ours.map(of)),
    theirs: median(theirs.map(of)),
    ratio: median(ours.map((run, n) => of(run) / of(theirs[n] ?? run))),
  });
  const cpu = compare((run) => run.cpuPerThousand);
  const ack = compare((run) => run.ack.p99);
  const wall = compare((run) => run.wall.p99);
  const phone = compare((run) => run.phone.p99);
  const bytes = median(ours.map((run) => run.bytes));
  const wrong = ours.reduce((all, run) => all + run.wrong + run.missing, 0);
  const phones = size.phones.toLocaleString('en-GB');
  const ms = (value: number): string => `${figure(value)} ms`;
  return [
    {
      what: `CPU seconds per 1,000 votes, ${phones} phones in ${size.answerMs / 1000} s`,
      ours: figure(cpu.ours),
      reference: `bare ws ${figure(cpu.theirs)}`,
      ratio: cpu.ratio,
      must: atMost(1.5),
      aim: atMost(1.1),
    },
    {
      what: `vote → durable ack, p99, ${phones} phones`,
      ours: ms(ack.ours),
      reference: `bare ws, sliced, not durable ${ms(ack.theirs)}`,
      ratio: ack.ratio,
      must: atMost(3),
      aim: null,
    },
    {
      what: `vote → wall, p99, ${phones} phones`,
      ours: ms(wall.ours),
      reference: `bare ws ${ms(wall.theirs)}`,
      ratio: wall.ratio,
      must: atMost(1.3),
      aim: null,
    },
    {
      what: `vote → phones, p99, ${phones} phones (no budget)`,
      ours: ms(phone.ours),
      reference: `bare ws ${ms(phone.theirs)}`,
      ratio: phone.ratio,
      must: atMost(2),
      aim: null,
    },
    {
      what: `bytes a phone while a question is open ${size.answerMs / 1000} s (${figure(median(ours.map((run) => run.frames)))} frames; at most ${figure(Math.max(...ours.map((run) => run.mostBytes)))} bytes)`,
      ours: figure(bytes),
      reference: '',
      ratio: bytes,
      must: atMost((2_300 * size.answerMs) / 10_000),
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

/** The line about a small room, whose wall should move with every answer. */
export async function smallRoom(size: CrowdSize): Promise<Line[]> {
  const ratios: number[] = [];
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 1; round <= size.rounds; round += 1) {
    const reference = (await ask(await broadcasting(), size, round)).wall.p99;
    const own = (await ask(await product(), size, round)).wall.p99;
    theirs.push(reference);
    ours.push(own);
    ratios.push(own / reference);
  }
  return [
    {
      what: `vote → wall, p99, ${size.phones} phones`,
      ours: `${figure(median(ours))} ms`,
      reference: `broadcast per vote ${figure(median(theirs))} ms`,
      ratio: median(ratios),
      must: atMost(1.5),
      aim: null,
    },
  ];
}
