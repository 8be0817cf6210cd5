import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { spread } from '../../server/cli/rehearse/statistics.ts';
import type { Acknowledged, Swarm } from './swarm.ts';

const WINDOW_MS = 3_000;

setFlagsFromString('--expose-gc');
const collectGarbage: unknown = runInNewContext('gc');

/**
 * Has all phones answer once within some milliseconds, and returns the largest 99th percentile of the
 * answers acknowledged within any three seconds, in milliseconds. This process collects its garbage
 * before, so that it does not have to meanwhile.
 */
export async function worstP99(swarm: Swarm, answerMs: number, round: number): Promise<number> {
  if (typeof collectGarbage === 'function') collectGarbage();
  return worstOf((await swarm.answer(swarm.phones, answerMs, round)).timed);
}

function worstOf(timed: readonly Acknowledged[]): number {
  const last = timed.at(-1)?.at ?? 0;
  const whole = timed.filter(({ at }, n) => n === 0 || at + WINDOW_MS <= last);
  const percentiles = whole.map(({ at: from }) => {
    const within = timed.filter(({ at }) => at >= from && at < from + WINDOW_MS);
    return spread(within.map(({ milliseconds }) => milliseconds)).p99;
  });
  return Math.max(...percentiles);
}
