import { cpus, release, totalmem } from 'node:os';
import { table, verdict, type Line } from './lines.ts';
import { compile } from './scenarios/compile.ts';
import { capacity, memory, storm } from './scenarios/arrival.ts';
import { crowd, smallRoom } from './scenarios/crowd.ts';
import { flood, hostileClient } from './scenarios/flood.ts';
import { onlookers, votesCast } from './scenarios/independence.ts';
import { nodes } from './scenarios/nodes.ts';
import { page } from './scenarios/page.ts';
import { slideChange } from './scenarios/slide-change.ts';
import { rate } from './scenarios/rate.ts';
import { results } from './scenarios/results.ts';
import { types } from './scenarios/types.ts';

const isQuick = process.argv.includes('--quick');
const ONLY = '--only=';
const only = process.argv.find((one) => one.startsWith(ONLY))?.slice(ONLY.length) ?? '';

const full: Record<string, () => Promise<Line[]>> = {
  crowd: () => crowd({ phones: 5_000, joinMs: 10_000, answerMs: 10_000, rounds: 3 }),
  'small room': () => smallRoom({ phones: 250, joinMs: 1_000, answerMs: 10_000, rounds: 3 }),
  rate: () => rate({ phones: 5_000, milliseconds: 5_000, rounds: 3 }),
  'join storm': () => storm({ phones: 5_000, milliseconds: 20_000 }),
  memory: () => memory({ phones: 10_000, milliseconds: 30_000 }),
  capacity: () => capacity({ phones: 18_000, milliseconds: 60_000 }, 30_000),
  'votes cast': () => votesCast({ amount: 50_000, rounds: 5 }),
  onlookers: () => onlookers({ amount: 5_000, rounds: 5 }),
  flood: () => flood({ phones: 1_000, answerMs: 8_000, rounds: 5 }),
  'hostile client': () => hostileClient({ phones: 1_000, answerMs: 6_000, rounds: 3 }),
  'slide change': slideChange,
  types: () => types({ phones: 500, rounds: 5 }),
  results: () => results({ attendees: 5_000, phones: 1_000, answerMs: 8_000, rounds: 3 }),
  nodes: () => nodes({ phones: 3_000, answerMs: 6_000, rounds: 3 }),
  compile: () => compile({ rounds: 5 }),
  page,
};

const quick: typeof full = {
  crowd: () => crowd({ phones: 1_000, joinMs: 1_500, answerMs: 10_000, rounds: 1 }),
  'small room': () => smallRoom({ phones: 250, joinMs: 500, answerMs: 10_000, rounds: 1 }),
  rate: () => rate({ phones: 1_000, milliseconds: 2_000, rounds: 1 }),
  'join storm': () => storm({ phones: 1_000, milliseconds: 4_000 }),
  memory: () => memory({ phones: 2_000, milliseconds: 4_000 }),
  capacity: () => capacity({ phones: 3_000, milliseconds: 6_000 }, 4_000),
  'votes cast': () => votesCast({ amount: 10_000, rounds: 2 }),
  onlookers: () => onlookers({ amount: 1_000, rounds: 2 }),
  flood: () => flood({ phones: 200, answerMs: 4_000, rounds: 1 }),
  'hostile client': () => hostileClient({ phones: 200, answerMs: 4_000, rounds: 1 }),
  'slide change': slideChange,
  types: () => types({ phones: 200, rounds: 3 }),
  results: () => results({ attendees: 500, phones: 200, answerMs: 4_000, rounds: 1 }),
  nodes: () => nodes({ phones: 2_000, answerMs: 4_000, rounds: 1 }),
  compile: () => compile({ rounds: 5 }),
  page,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const model = cpus()[0]?.model ?? 'unknown processor';
const memoryGiB = Math.round(totalmem() / 2 ** 30);
say(
  `${cpus().length} × ${model}, ${memoryGiB} GiB, Linux ${release()}, Node.js ${process.version}`,
);

const lines: Line[] = [];
for (const [name, measure] of Object.entries(isQuick ? quick : full)) {
  if (!name.includes(only)) continue;
  say(`… ${name}`);
  lines.push(...(await measure()));
}
say(`\n${table(lines)}\n`);
const missed = lines.filter((line) => verdict(line) === 'missed');
say(missed.length === 0 ? 'Every line is within its budget.' : `${missed.length} missed.`);
process.exit(0);
