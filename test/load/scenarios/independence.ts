import { median } from '../../../server/cli/rehearse/statistics.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { openSession, product } from '../subject.ts';
import type { ServerProcess } from '../server-process.ts';
import { Swarm } from '../swarm.ts';
import { plenary } from '../dialects.ts';

/** Votes cast before, or phones that look on, and how often both are measured. */
export interface Independence {
  readonly amount: number;
  readonly rounds: number;
}

const ATTENDEES = 500;
const VOTES = 1_000;

/** CPU seconds of a thousand answers by 500 phones: each answers, and answers again. */
async function costOfVotes(server: ServerProcess, swarm: Swarm): Promise<number> {
  const attendees = swarm.phones.slice(0, ATTENDEES);
  const before = await server.cpuSeconds();
  for (let votes = 0; votes < VOTES; votes += ATTENDEES)
    await swarm.answer(attendees, 1_000, votes);
  const after = await server.cpuSeconds();
  return after - before;
}

async function swarmIn(server: ServerProcess, phones: number): Promise<Swarm> {
  const swarm = new Swarm(plenary, server.port, await openSession(server));
  await swarm.watch();
  await swarm.join(phones, phones);
  return swarm;
}

/** The line about answers given before: they must not raise the cost of the next one. */
export async function votesCast({ amount, rounds }: Independence): Promise<Line[]> {
  const subject = await product();
  const fresh = await swarmIn(subject.server, ATTENDEES);
  const full = await swarmIn(subject.server, ATTENDEES);
  for (let facts = 0; facts < amount; facts += ATTENDEES)
    await full.answer(full.phones, 100, facts);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const empty = await costOfVotes(subject.server, fresh);
    ratios.push((await costOfVotes(subject.server, full)) / empty);
  }
  fresh.leave();
  full.leave();
  await subject.stop();
  return [
    {
      what: `1,000 votes into ${amount.toLocaleString('en-GB')} facts, over as many into few`,
      ours: figure(median(ratios)),
      reference: '',
      ratio: median(ratios),
      must: atMost(1.2),
      aim: null,
    },
  ];
}

/** The line about onlookers: a tally must cost nothing for phones that may not see it. */
export async function onlookers({ amount, rounds }: Independence): Promise<Line[]> {
  const subject = await product();
  const alone = await swarmIn(subject.server, ATTENDEES);
  const watched = await swarmIn(subject.server, ATTENDEES + amount);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const few = await costOfVotes(subject.server, alone);
    ratios.push((await costOfVotes(subject.server, watched)) / few);
  }
  alone.leave();
  watched.leave();
  await subject.stop();
  return [
    {
      what: `1,000 votes with ${amount.toLocaleString('en-GB')} phones looking on that may not see the tally, over as many without`,
      ours: figure(median(ratios)),
      reference: '',
      ratio: median(ratios),
      must: atMost(1.2),
      aim: null,
    },
  ];
}
