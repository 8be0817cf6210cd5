import type { Command } from '../../src/session/commands.ts';
import type { Outcome, Room } from './live-session.ts';
import type { Reconciliation } from './delivery-status.ts';
import type { Watch } from '../telemetry/telemetry.ts';

/** Who hears of what a connection sends. */
export interface Watchers {
  readonly watch: Watch;
  /** Of the connection's session. */
  readonly reconciliation: Reconciliation;
}

/** Hands a command to its room. Of an answer is noted when it came and what became of it. */
export function submitWatched(
  room: Room,
  command: Command,
  { watch, reconciliation }: Watchers,
  settle: (outcome: Outcome) => void,
): void {
  if (command.type !== 'answer:give') return room.submit(command, settle);
  const from = performance.now();
  watch.metrics.answerReceived();
  reconciliation.received(command);
  room.submit(command, (outcome) => {
    if (outcome.ok) watch.metrics.acknowledged((performance.now() - from) / 1000);
    reconciliation.settled(command, outcome);
    settle(outcome);
  });
}
