import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { backoffAtLeast } from '../../../client/socket/backoff.ts';
import type { Ack } from '../../../protocol/messages.ts';
import type { ClientMessages } from '../../../protocol/schemas.ts';

const RETRY_SECONDS = 2;

/** Asks the server until it has heard; returns a function that gives up. */
export function askUntilHeard<Event extends 'slide:follow' | 'channel:follow'>(
  { connection }: AttendeeSession,
  event: Event,
  message: ClientMessages[Event],
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const ask = async (): Promise<void> => {
    const ack = await connection.ask<Ack>(event, message);
    if (isOver || ack?.ok === true) return;
    timer = setTimeout(() => void ask(), backoffAtLeast(RETRY_SECONDS));
  };
  void ask();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
