import { answerKey } from './state.ts';
import type { Command } from './commands.ts';

/**
 * How many of the waiting commands, from the first, may be decided on the same state and committed
 * together: one command of any other kind, or a run of answers none of which is to the same
 * question by the same voter as another. So no decision ever rests on a fact that is not yet
 * durable, and a commit that fails leaves nothing to take back.
 */
export function batchSize(waiting: readonly Command[], most: number): number {
  const answered = new Set<string>();
  for (const [index, command] of waiting.entries()) {
    if (index === most) return index;
    if (command.type !== 'answer:give') return index === 0 ? 1 : index;
    const key = answerKey(command.voter, command.activity);
    if (answered.has(key)) return index;
    answered.add(key);
  }
  return waiting.length;
}
