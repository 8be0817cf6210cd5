import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { median, spread } from '../../../server/cli/rehearse/statistics.ts';
import type { FloodReport } from '../flood.ts';
import { atMost, figure, type Line } from '../lines.ts';
import { product, type Subject } from '../subject.ts';

/** The number of phones that answer while ten flood, and for how long. */
export interface FloodSize {
  readonly phones: number;
  readonly answerMs: number;
  readonly rounds: number;
}

const FLOODERS = 10;

/** The line about a flood: ten clients that send what they can must not slow down the rest. */
export async function flood({ phones, answerMs, rounds }: FloodSize): Promise<Line[]> {
  const subject = await product();
  const { swarm } = subject;
  await swarm.join(phones, phones);
  await swarm.answer(swarm.phones, answerMs);
  const calm: number[] = [];
  const flooded: number[] = [];
  let heard = '';
  for (let round = 0; round < rounds; round += 1) {
    calm.push(spread((await swarm.answer(swarm.phones, answerMs, round)).acknowledged).p99);
    const stop = await startFlooding(subject);
    flooded.push(spread((await swarm.answer(swarm.phones, answerMs, round)).acknowledged).p99);
    const { sent, refused, cut } = await stop();
    heard = `${figure(sent)} sent, ${figure(refused)} refused, ${figure(cut)} cut off`;
  }
  await subject.stop();
  return [
    {
      what: `vote → ack, p99 of ${phones} phones while ${FLOODERS} clients flood (${heard})`,
      ours: `${figure(median(flooded))} ms`,
      reference: `without them ${figure(median(calm))} ms`,
      ratio: median(flooded.map((one, n) => one / (calm[n] ?? one))),
      must: atMost(1.5),
      aim: atMost(1.1),
    },
  ];
}

/** Resolves with what ends it, once the flood is there. */
async function startFlooding({ server, code }: Subject): Promise<() => Promise<FloodReport>> {
  const url = `http://127.0.0.1:${server.port}`;
  const tool = ['test/load/flood-process.ts', url, code, String(FLOODERS)];
  const child = fork(resolve('server/cli/run-ts.mjs'), tool);
  await new Promise((flooding) => child.once('message', flooding));
  return () =>
    new Promise((done) => {
      // The only other message that it sends.
      child.once('message', (message) => done((message as { report: FloodReport }).report));
      child.send('stop');
    });
}
