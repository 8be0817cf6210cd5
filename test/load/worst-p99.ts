import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { spread } from '../../server/cli/rehearse/statistics.ts';
import type { Acknowledged, Swarm } from './swarm.ts';

const WINDOW_MS = 3_000;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/** The answers of one round, each with the milliseconds since the first of them. */
export type Round = readonly Acknowledged[];

/**
 * Has all phones answer once within some milliseconds. This process collects its garbage before, so
 * that it does not have to meanwhile.
 */
export async function answerOnce(swarm: Swarm, answerMs: number, round: number): Promise<Round> {
  if (typeof collectGarbage === 'function') collectGarbage();
  const { timed } = await swarm.answer(swarm.phones, answerMs, round);
  const began = timed[0]?.at ?? 0;
  return timed.map(({ at, milliseconds }) => ({ at: at - began, milliseconds }));
}

/**
 * The largest 99th percentile, in milliseconds, of the answers acknowledged within any three seconds of
 * several rounds that are laid over each other. A window of one round has some hundred answers, of which a
 * single pause of the machine decides the percentile; what comes in each round is what counts.
 */
export function worstP99(rounds: readonly Round[]): number {
  const timed = rounds.flat().toSorted((one, other) => one.at - other.at);
  const last = timed.at(-1)?.at ?? 0;
  const percentiles: number[] = [];
  let to = 0;
  for (const [from, { at }] of timed.entries()) {
    if (from > 0 && at + WINDOW_MS > last) break;
    while ((timed[to]?.at ?? Infinity) < at + WINDOW_MS) to += 1;
    const within = timed.slice(from, to);
    percentiles.push(spread(within.map(({ milliseconds }) => milliseconds)).p99);
  }
  return Math.max(...percentiles);
}
