import { Attendance } from './presence.ts';
import { forAttendee, forConsole } from '../transport/socket-types.ts';
import { deliver } from '../transport/ws-frame.ts';
import { Publisher } from './publisher.ts';
import type { Room } from './live-session.ts';
import { Timekeeper } from './countdowns.ts';
import type { Journal } from '../telemetry/logger.ts';
import { Reconciliation } from './delivery-status.ts';

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
  { now, journal }: { readonly now: () => number; readonly journal: Journal },
): void {
  const attendance = new Attendance();
  attending.set(room, {
    publisher: new Publisher(attendance, room),
    reconciliation: new Reconciliation(room, {
      now,
      tell: (delivery) => {
        const frame = forConsole('delivery:changed', delivery);
        for (const socket of attendance.consoles) deliver(socket, frame);
      },
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

/** Who is connected to each open room. */
export function attendances(attending: Attending): (readonly [Room, Attendance])[] {
  return [...attending].map(([room, { publisher }]) => [room, publisher.attendance]);
}

/** How many sessions are open here and have not ended. */
export function running(attending: Attending): number {
  return [...attending.keys()].filter(({ state }) => state.endedAt === null).length;
}

/** Tells everybody in a session that it was deleted, and lets them go. */
export function sendAway(attending: Attending, code: string, journal: Journal): void {
  const forgotten = forAttendee('session:forgotten');
  const [room, attendants] = [...attending].find(([{ state }]) => state.code === code) ?? [];
  for (const socket of [...(attendants?.publisher.attendance.everybody() ?? [])]) {
    deliver(socket, forgotten);
    socket.disconnect();
  }
  if (room !== undefined) leave(attending, room);
  journal.sessionDeleted(room?.state ?? null);
}
