import type { Command } from '../../src/session/commands.ts';
import type { Outcome, Room } from '../room.ts';
import type { Reconciliation } from './reconciliation.ts';
import type { Watch } from './watch.ts';

/** Who hears of what a connection sends. */
export interface Watchers {
  readonly watch: Watch;
  /** Of the connection's session. */
  readonly reconciliation: Reconciliation;
}

/** Hands a command to its room. Of an answer is noted when it came and what became of it. */
export async function deliver(
  room: Room,
  command: Command,
  { watch, reconciliation }: Watchers,
): Promise<Outcome> {
  if (command.type !== 'answer:give') return room.dispatch(command);
  const from = performance.now();
  watch.metrics.answerReceived();
  reconciliation.received(command);
  const outcome = await room.dispatch(command);
  if (outcome.ok) watch.metrics.acknowledged((performance.now() - from) / 1000);
  reconciliation.settled(command, outcome);
  return outcome;
}
