import { spread } from '../../../server/cli/rehearse/statistics.ts';
import { atLeast, atMost, figure, type Line } from '../lines.ts';
import { bare, product, wrongAnswers, type Subject } from '../subject.ts';

/** So many phones join evenly within so many milliseconds. */
export interface Arrival {
  readonly phones: number;
  readonly milliseconds: number;
}

/** The line about memory: what each connected phone adds to the process. */
export async function memory(size: Arrival): Promise<Line[]> {
  const theirs = await bytesEach(await bare(), size);
  const ours = await bytesEach(await product(), size);
  return [
    {
      what: `memory a connection, ${size.phones.toLocaleString('en-GB')} phones`,
      ours: `${figure(ours / 1000)} kB`,
      reference: `bare ws ${figure(theirs / 1000)} kB`,
      ratio: ours / theirs,
      must: atMost(1.9),
      aim: atMost(1.2),
    },
  ];
}

async function bytesEach(subject: Subject, { phones, milliseconds }: Arrival): Promise<number> {
  const { server, swarm } = subject;
  // Code is compiled and buffers are allocated at the first arrivals, in any case.
  await swarm.join(500, 500);
  const before = await server.memory();
  await swarm.join(phones, milliseconds);
  const after = await server.memory();
  await subject.stop();
  return (after.rssBytes - before.rssBytes) / phones;
}

/** The lines about a join storm: everybody scans the code within a short time. */
export async function storm(size: Arrival): Promise<Line[]> {
  const joining = async (subject: Subject) => {
    const { milliseconds, refused } = await subject.swarm.join(size.phones, size.milliseconds);
    await subject.stop();
    return { p99: spread(milliseconds).p99, missing: size.phones - milliseconds.length + refused };
  };
  const theirs = await joining(await bare());
  const ours = await joining(await product());
  const what = `${size.phones.toLocaleString('en-GB')} phones in ${size.milliseconds / 1000} s`;
  return [
    {
      what: `join storm, p99, ${what}`,
      ours: `${figure(ours.p99)} ms`,
      reference: `bare ws ${figure(theirs.p99)} ms`,
      ratio: ours.p99 / theirs.p99,
      must: atMost(2),
      aim: null,
    },
    {
      what: `join storm, not let in, ${what}`,
      ours: String(ours.missing),
      reference: `bare ws ${theirs.missing}`,
      ratio: ours.missing,
      must: atMost(0),
      aim: null,
    },
  ];
}

/** The line about how many one process carries: joined, and each with a durable answer. */
export async function capacity(size: Arrival, answerMs: number): Promise<Line[]> {
  const subject = await product();
  const { swarm } = subject;
  const { milliseconds } = await swarm.join(size.phones, size.milliseconds);
  const { acknowledged } = await swarm.answer(swarm.phones, answerMs);
  const wrong = await wrongAnswers(subject);
  const dropped = swarm.dropped;
  await subject.stop();
  return [
    {
      what: `phones on one process, joined and voted (p99 of acks ${figure(spread(acknowledged).p99)} ms; ${dropped} connections lost)`,
      ours: figure(acknowledged.length),
      reference: `${figure(milliseconds.length)} joined, ${wrong} wrong answers`,
      ratio: wrong === 0 ? acknowledged.length : 0,
      must: atLeast(size.phones),
      aim: null,
    },
  ];
}
