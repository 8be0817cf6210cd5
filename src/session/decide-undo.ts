import { failure, success } from '../lib/result.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Command } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './facts.ts';
import { refusal } from './refusal.ts';
import { isReopenable } from './reopenable.ts';
import type { SessionState } from './state.ts';

/** true for the commands of a presenter that can be undone, one after the other. */
function isStep({ type }: Command): boolean {
  switch (type) {
    case 'slide:show':
    case 'join:show':
    case 'stage:blank':
    case 'join-corner:show':
    case 'stage-mode:set':
    case 'self-paced:set':
    case 'follow:set':
    case 'reactions:set':
    case 'activity:open':
    case 'activity:close':
    case 'activity:reveal':
    case 'activity:hide':
    case 'activity:reveal-answer':
    case 'activity:hide-answer':
    case 'activity:reset':
    case 'activity:control':
    case 'question:ask':
    case 'session:end':
    case 'closing:show':
      return true;
    case 'answer:give':
    case 'countdown:end':
    case 'deck:revise':
    case 'step:undo':
    case 'session:reopen':
    case 'session:name':
    case 'remotes:disconnect':
    case 'player:join':
    case 'player:approve':
    case 'player:put-away':
      return false;
    default:
      return unreachable(type);
  }
}

/** The facts of a command, marked as one step where it can be undone. */
export function factsOfStep(
  { seq }: SessionState,
  command: Command,
  facts: readonly Fact[],
): readonly Fact[] {
  const mark = { step: seq + 1 };
  return isStep(command) ? facts.map((fact) => ({ ...fact, ...mark })) : facts;
}

/**
 * Undoes the latest step alone: one who has not seen a later step must not undo it. Asked for once
 * more, it is done already. The end is undone for as long as a session can be reopened.
 */
export function decideUndo(
  { steps, undone, endedAt }: SessionState,
  { step: number, at }: Extract<Command, { type: 'step:undo' }>,
): Decision {
  const step = steps.at(-1);
  if (step?.number === number) {
    const facts: Fact[] = [{ type: 'step:undone', undoes: number }];
    if (step.did.type !== 'session:ended') return success(facts);
    if (endedAt !== null && !isReopenable(endedAt, at)) return failure(refusal('ended-long-ago'));
    return success([...facts, { type: 'session:reopened' }]);
  }
  if (undone?.step === number) return success([]);
  const isEarlier = steps.some((one) => one.number === number);
  return failure(refusal(isEarlier ? 'not-the-last-step' : 'nothing-to-undo'));
}
