import { Presence } from './presence.ts';
import { forAttendee, forConsole } from '../transport/socket-types.ts';
import { Publisher } from './publisher.ts';
import type { LiveSession } from './live-session.ts';
import { Countdowns } from './countdowns.ts';
import type { ServerLogger } from '../telemetry/logger.ts';
import { DeliveryStatus } from './delivery-status.ts';

/** Who attends to an open room. */
export interface SessionServices {
  readonly publisher: Publisher;
  readonly deliveryStatus: DeliveryStatus;
  readonly countdowns: Countdowns;
}

/** By room: those that are open in this process. */
export type OpenSessions = Map<LiveSession, SessionServices>;

/** Has a room attended to from now on. `now` in milliseconds since 1970-01-01 UTC. */
export function startServices(
  openSessions: OpenSessions,
  session: LiveSession,
  { now, logger }: { readonly now: () => number; readonly logger: ServerLogger },
): void {
  const presence = new Presence();
  openSessions.set(session, {
    publisher: new Publisher(presence, session),
    deliveryStatus: new DeliveryStatus(session, {
      now,
      tell: (delivery) => {
        const frame = forConsole('delivery:changed', delivery);
        for (const connection of presence.consoles) connection.send(frame);
      },
    }),
    countdowns: new Countdowns(session, now),
  });
  session.onFacts((facts) => {
    if (facts.some(({ fact }) => fact.type === 'session:ended')) logger.sessionEnded(session.state);
  });
}

/** Attends to a room no more. */
export function leave(openSessions: OpenSessions, session: LiveSession): void {
  const services = openSessions.get(session);
  services?.publisher.stop();
  services?.deliveryStatus.stop();
  services?.countdowns.stop();
  openSessions.delete(session);
}

/** Who is connected to each open room. */
export function presences(openSessions: OpenSessions): (readonly [LiveSession, Presence])[] {
  return [...openSessions].map(([session, { publisher }]) => [session, publisher.presence]);
}

/** How many sessions are open here and have not ended. */
export function running(openSessions: OpenSessions): number {
  return [...openSessions.keys()].filter(({ state }) => state.endedAt === null).length;
}

/** Tells everybody in a session that it was deleted, and lets them go. */
export function disconnectAll(
  openSessions: OpenSessions,
  code: string,
  logger: ServerLogger,
): void {
  const forgotten = forAttendee('session:deleted');
  const [session, services] = [...openSessions].find(([{ state }]) => state.code === code) ?? [];
  for (const connection of [...(services?.publisher.presence.everybody() ?? [])]) {
    connection.send(forgotten);
    connection.close('session-deleted');
  }
  if (session !== undefined) leave(openSessions, session);
  logger.sessionDeleted(session?.state ?? null);
}
