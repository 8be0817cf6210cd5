import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { median, spread } from '../../../server/cli/rehearse/statistics.ts';
import type { FloodReport } from '../flood.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { product, type Subject } from '../subject.ts';
import type { Acknowledged, Swarm } from '../swarm.ts';
import { collectGarbage } from '../collect-garbage.ts';

/** The number of phones that answer while others flood, for how long, and how often. */
export interface FloodSize {
  readonly phones: number;
  readonly answerMs: number;
  readonly rounds: number;
}

const FLOODERS = [10, 50, 150];
const WINDOW_MS = 3_000;
// The phones answer before the flood begins: its first moment is measured as well.
const BEGINS_AFTER_MS = 500;

// Strangers have machines of their own: these take what time the server and the room leave of this one.
const [priority = '', ...least] =
  process.platform === 'linux' ? ['chrt', '--idle', '0'] : ['nice', '-n', '19'];
const lastInLine = { execPath: priority, execArgv: [...least, process.execPath] };

/** The lines about floods: clients that send what they can must not slow down the rest. */
export async function flood(size: FloodSize): Promise<Line[]> {
  const subject = await product();
  await subject.swarm.join(size.phones, size.phones);
  await subject.swarm.answer(subject.swarm.phones, size.answerMs);
  const lines: Line[] = [];
  for (const flooders of FLOODERS) lines.push(await oneFlood(subject, flooders, size));
  await subject.stop();
  return lines;
}

async function oneFlood(
  subject: Subject,
  flooders: number,
  { phones, answerMs, rounds }: FloodSize,
): Promise<Line> {
  const { swarm } = subject;
  const calm: number[] = [];
  const flooded: number[] = [];
  let heard = '';
  for (let round = 0; round < rounds; round += 1) {
    const prepared = await prepare(subject, flooders);
    calm.push(await worstP99While(swarm, answerMs, round));
    setTimeout(() => prepared.begin(), BEGINS_AFTER_MS);
    flooded.push(await worstP99While(swarm, answerMs, round));
    const { sent, refused, cut } = await prepared.stop();
    heard = `${figure(sent)} sent, ${figure(refused)} refused, ${figure(cut)} cut off`;
  }
  return {
    what: `vote → ack, worst p99 of any 3 s, ${phones} phones while ${flooders} clients flood (${heard})`,
    ours: `${figure(median(flooded))} ms`,
    reference: `without them ${figure(median(calm))} ms`,
    ratio: median(flooded.map((one, n) => one / (calm[n] ?? one))),
    must: atMost(1.5),
    aim: atMost(1.1),
  };
}

/** Has all phones answer, and measures. The phones' own process collects its garbage before. */
async function worstP99While(swarm: Swarm, answerMs: number, round: number): Promise<number> {
  collectGarbage();
  return worstP99((await swarm.answer(swarm.phones, answerMs, round)).timed);
}

/** The largest 99th percentile of the answers acknowledged within any three seconds. */
function worstP99(timed: readonly Acknowledged[]): number {
  const last = timed.at(-1)?.at ?? 0;
  const whole = timed.filter(({ at }, n) => n === 0 || at + WINDOW_MS <= last);
  const percentiles = whole.map(({ at: from }) => {
    const within = timed.filter(({ at }) => at >= from && at < from + WINDOW_MS);
    return spread(within.map(({ milliseconds }) => milliseconds)).p99;
  });
  return Math.max(...percentiles);
}

/** Resolves once the clients of a flood have joined, with what lets it begin and end. */
async function prepare(
  { server, code }: Subject,
  flooders: number,
): Promise<{ begin(): void; stop(): Promise<FloodReport> }> {
  const url = `http://127.0.0.1:${server.port}`;
  const tool = ['test/load/flood-process.ts', url, code, String(flooders)];
  const child = fork(resolve('server/cli/run-ts.mjs'), tool, lastInLine);
  await new Promise((ready) => child.once('message', ready));
  return {
    begin: () => void child.send('begin'),
    stop: () =>
      new Promise((done) => {
        // The only other message that it sends.
        child.once('message', (message) => done((message as { report: FloodReport }).report));
        child.send('stop');
      }),
  };
}
