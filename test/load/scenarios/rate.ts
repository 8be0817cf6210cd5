import { median } from '../../../server/cli/rehearse/statistics.ts';
import { atLeast, figure, type Line } from '../lines.ts';
import { bare, product, type Subject } from '../subject.ts';

/** The number of phones that answer as fast as they can, and for how long. */
export interface RateSize {
  readonly phones: number;
  readonly milliseconds: number;
  readonly rounds: number;
}

/** Answers a second, each phone answering again as soon as it is acknowledged. */
async function rateOf(subject: Subject, { phones, milliseconds }: RateSize): Promise<number> {
  const { swarm } = subject;
  await swarm.join(phones, phones);
  const { acknowledged } = await swarm.answerOnAndOn(swarm.phones, milliseconds);
  await subject.stop();
  return acknowledged.length / (milliseconds / 1000);
}

/** The line about answers a second: durable ones of ours, and counted ones of the reference. */
export async function rate(size: RateSize): Promise<Line[]> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < size.rounds; round += 1) {
    theirs.push(await rateOf(await bare(), size));
    ours.push(await rateOf(await product(), size));
  }
  return [
    {
      what: `durable votes a second, one process, ${size.phones.toLocaleString('en-GB')} phones`,
      ours: figure(median(ours)),
      reference: `bare ws, not durable ${figure(median(theirs))}`,
      ratio: median(ours.map((own, n) => own / (theirs[n] ?? own))),
      must: atLeast(0.45),
      aim: atLeast(0.6),
    },
  ];
}
