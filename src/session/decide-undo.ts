import { failure, success, type Result } from '../lib/result.ts';
import type { Command } from './commands.ts';
import type { Fact } from './facts.ts';
import { unreachable } from '../lib/unreachable.ts';
import { refusal, type Refusal } from './refusal.ts';
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
    case 'activity:open':
    case 'activity:close':
    case 'activity:reveal':
    case 'activity:hide':
    case 'activity:reveal-answer':
    case 'activity:hide-answer':
    case 'activity:reset':
    case 'activity:control':
      return true;
    case 'answer:give':
    case 'countdown:end':
    case 'deck:revise':
    case 'step:undo':
    case 'session:end':
    case 'session:reopen':
    case 'closing:show':
    case 'remotes:disconnect':
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
 * more, it is done already.
 */
export function decideUndo(
  { steps, undone }: SessionState,
  number: number,
): Result<readonly Fact[], Refusal> {
  if (steps.at(-1)?.number === number) return success([{ type: 'step:undone', undoes: number }]);
  if (undone?.step === number) return success([]);
  const isEarlier = steps.some((step) => step.number === number);
  return failure(refusal(isEarlier ? 'not-the-last-step' : 'nothing-to-undo'));
}
