import { group, toAttendee, toConsole, type PlenaryServer } from './audience.ts';
import { Publisher } from './publisher.ts';
import type { Room } from './room.ts';
import { Timekeeper } from './timekeeper.ts';
import type { Journal } from './watch/journal.ts';
import { Reconciliation } from './watch/reconciliation.ts';

/** Who attends to an open room. */
export interface Attendants {
  readonly publisher: Publisher;
  readonly reconciliation: Reconciliation;
  readonly timekeeper: Timekeeper;
}

/** By room: those that are open in this process. */
export type Attending = Map<Room, Attendants>;

/** Has a room attended to from now on. `now` in milliseconds since 1970-01-01 UTC. */
export function attend(
  attending: Attending,
  room: Room,
  io: PlenaryServer,
  { now, journal }: { readonly now: () => number; readonly journal: Journal },
): void {
  const consoles = io.to(group.of(room.state.code, 'console'));
  attending.set(room, {
    publisher: new Publisher(io, room),
    reconciliation: new Reconciliation(room, {
      now,
      tell: (delivery) => toConsole(consoles, 'delivery:changed', delivery),
    }),
    timekeeper: new Timekeeper(room, now),
  });
  room.onFacts((facts) => {
    if (facts.some(({ fact }) => fact.type === 'session:ended')) journal.sessionEnded(room.state);
  });
}

/** Attends to a room no more. */
export function leave(attending: Attending, room: Room): void {
  const attendants = attending.get(room);
  attendants?.publisher.stop();
  attendants?.reconciliation.stop();
  attendants?.timekeeper.stop();
  attending.delete(room);
}

/** How many sessions are open here and have not ended. */
export function running(attending: Attending): number {
  return [...attending.keys()].filter(({ state }) => state.endedAt === null).length;
}

/** Tells everybody in a session that it was deleted, and lets them go. */
export function sendAway(
  io: PlenaryServer,
  attending: Attending,
  code: string,
  journal: Journal,
): void {
  const roles = ['attendee', 'stage', 'console'] as const;
  const all = roles.map((role) => group.of(code, role));
  toAttendee(io.to(all), 'session:forgotten');
  io.in(all).disconnectSockets();
  const room = [...attending.keys()].find(({ state }) => state.code === code);
  if (room !== undefined) leave(attending, room);
  journal.sessionDeleted(room?.state ?? null);
}
