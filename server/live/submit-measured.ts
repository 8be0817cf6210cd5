import type { Command } from '../../src/session/commands.ts';
import type { Outcome, LiveSession } from './live-session.ts';
import type { DeliveryStatus } from './delivery-status.ts';
import type { Telemetry } from '../telemetry/telemetry.ts';

/** The parts that are told of answers and their outcomes. */
export interface AnswerObservers {
  readonly telemetry: Telemetry;
  readonly deliveryStatus: DeliveryStatus;
}

/** Submits a command to its session. Answers are counted, and timed up to their receipts. */
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
    if (outcome.ok) telemetry.metrics.receiptGiven((performance.now() - from) / 1000);
    deliveryStatus.settled(command, outcome);
    settle(outcome);
  });
}
