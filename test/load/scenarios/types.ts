import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median } from '../../../server/cli/rehearse/statistics.ts';
import type { Activity } from '../../../src/activities/contract.ts';
import { activityType, activityTypeNames, channelNames } from '../../../src/activities/registry.ts';
import { compileDeck } from '../../../src/deck/compile-deck.ts';
import { Client } from '../../integration/client.ts';
import { plenary } from '../dialects.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { ServerProcess } from '../server-process.ts';
import { startSession } from '../subject.ts';
import { Swarm } from '../swarm.ts';

const DECK = 'types';
/** Different answers to each question, in turn. */
const ANSWERS = 20;

/** A question of each activity type, as its own example has it, and all channels. */
const front = `---\nchannels: [${channelNames.join(', ')}]\n---\n\n`;
const questions = activityTypeNames.map(
  (name) => `\`\`\`${name}\nid: ${name}\n${activityType(name).example}\n\`\`\`\n`,
);
const markdown = front + questions.join('\n---\n\n');

/** Phones in a room, and how often each type is measured. */
export interface Room {
  readonly phones: number;
  readonly rounds: number;
}

/**
 * The lines about the cost of an answer: CPU of the server for an answer from each phone in a second, over
 * that of a poll in the same round. All phones see the tally.
 */
export async function types({ phones, rounds }: Room): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-types-'));
  await mkdir(join(folder, DECK));
  await writeFile(join(folder, DECK, 'types.md'), markdown);
  const { deck } = compileDeck(DECK, [{ file: 'types.md', text: markdown }]);
  const server = await ServerProcess.plenary(folder);
  const rooms: { name: string; swarm: Swarm; costs: number[] }[] = [];
  const all = [...(deck?.activities ?? []), ...(deck?.channels?.activities ?? [])];
  for (const [slide, activity] of all.entries()) {
    rooms.push({
      name: activity.type,
      swarm: await roomOf(server, activity, slide, phones),
      costs: [],
    });
  }
  for (let round = 0; round <= rounds; round += 1) {
    for (const { swarm, costs } of rooms) {
      const before = await server.cpuSeconds();
      const { refused, lost } = await swarm.answer(swarm.phones, 1_000, round);
      if (refused + lost > 0) throw new Error('An answer was not recorded');
      const cost = (await server.cpuSeconds()) - before;
      // Its first answers warm a type up.
      if (round > 0) costs.push(cost);
    }
  }
  for (const { swarm } of rooms) swarm.leave();
  await server.stop();
  await rm(folder, { recursive: true });
  const poll = rooms.find(({ name }) => name === 'poll')?.costs ?? [];
  return rooms.map(({ name, costs }) => lineOf(name, phones, costs, poll));
}

async function roomOf(
  server: ServerProcess,
  { id, type, content }: Activity,
  slide: number,
  phones: number,
): Promise<Swarm> {
  const code = await startSession(server, DECK);
  const presenter = await Client.console(`http://127.0.0.1:${server.port}`, code);
  // A channel is open on any slide, and has none.
  await presenter.ask('slide:show', { h: slide, v: 0, f: -1 });
  await presenter.ask('activity:reveal', { activity: id });
  presenter.close();
  const rules = activityType(type);
  const shown = rules.publicContent(content);
  const answers = Array.from({ length: ANSWERS }, (_, attendee) =>
    JSON.stringify(rules.sampleAnswer(shown, attendee)),
  );
  let given = 0;
  const answer = (message: number, _: number, unique: string): string => {
    given += 1;
    return `42${message}["answer:give",{"activity":"${id}","id":"${unique}","round":1,"answer":${answers[given % ANSWERS]}}]`;
  };
  const swarm = new Swarm({ ...plenary, answer }, server.port, code);
  await swarm.watch();
  await swarm.join(phones, 1_000);
  return swarm;
}

function lineOf(name: string, phones: number, costs: number[], poll: readonly number[]): Line {
  const ratio = median(costs.map((cost, round) => cost / (poll[round] ?? Number.NaN)));
  const each = (seconds: number[]): string =>
    `${figure((1_000_000 * median(seconds)) / phones)} µs`;
  return {
    what: `CPU for an answer to a ${name}, ${phones} phones that all see the tally`,
    ours: each(costs),
    reference: `poll ${each([...poll])}`,
    ratio,
    must: atMost(2),
    aim: null,
  };
}
