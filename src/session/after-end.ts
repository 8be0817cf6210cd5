import { failure, success } from '../lib/result.ts';
import type { Command } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './facts.ts';
import { refusal } from './refusal.ts';
import { isReopenable } from './reopenable.ts';
import type { SessionState } from './state.ts';

/** The commands that a session takes after its end: they move the stage, or are about names, and touch no question. */
const taken: ReadonlySet<Command['type']> = new Set([
  'slide:show',
  'closing:show',
  'stage:blank',
  'join-corner:show',
  'stage-mode:set',
  'session:name',
  'player:approve',
  'player:put-away',
  'session:reopen',
  'step:undo',
]);

/** The facts that follow from them. */
const recorded: ReadonlySet<Fact['type']> = new Set([
  'slide:shown',
  'closing:shown',
  'stage:blanked',
  'join-corner:shown',
  'stage-mode:chosen',
  'session:named',
  'player:approved',
  'player:put-away',
  'session:reopened',
  'step:undone',
]);

/** Tells whether a session that has ended still takes a command. */
export function isTakenAfterEnd({ type }: Command): boolean {
  return taken.has(type);
}

/** Tells whether a fact may follow on the end of a session. */
export function mayFollowEnd({ type }: Fact): boolean {
  return recorded.has(type);
}

/**
 * Lets a session go on that has ended. What was open at the end is open again, with all of its
 * countdown: nobody could answer meanwhile. `at` in milliseconds since 1970-01-01 UTC.
 */
export function reopen({ endedAt, afterEnd }: SessionState, at: number): Decision {
  if (endedAt === null || afterEnd === null) return success([]);
  if (!isReopenable(endedAt, at)) return failure(refusal('ended-long-ago'));
  const opened = afterEnd.wereOpen.map((activity): Fact => ({ type: 'activity:opened', activity }));
  return success([{ type: 'session:reopened' }, ...opened]);
}
