import type { Command } from '../../src/session/commands.ts';
import type { Outcome, LiveSession } from './live-session.ts';
import type { DeliveryStatus } from './delivery-status.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** Who hears of what a connection sends. */
export interface AnswerObservers {
  readonly telemetry: Telemetry;
  /** Of the connection's session. */
  readonly deliveryStatus: DeliveryStatus;
}

/** Hands a command to its room. Of an answer is noted when it came and what became of it. */
export function submitMeasured(
  session: LiveSession,
  command: Command,
  { telemetry, deliveryStatus }: AnswerObservers,
  settle: (outcome: Outcome) => void,
): void {
  if (command.type !== 'answer:give') return session.submit(command, settle);
  const from = performance.now();
  telemetry.metrics.answerReceived();
  deliveryStatus.received(command);
  session.submit(command, (outcome) => {
    if (outcome.ok) telemetry.metrics.acknowledged((performance.now() - from) / 1000);
    deliveryStatus.settled(command, outcome);
    settle(outcome);
  });
}
