/** The kinds of connection that differ in the bytes that may wait for them. */
export type Receiver = 'attendee' | 'screen';

// A phone's page gets some kilobytes at a time, a stage or a console a whole deck.
const MAX_UNSENT = { attendee: 256_000, screen: 4_000_000 } satisfies Record<Receiver, number>;

/**
 * Tells whether so many bytes wait for a connection that goes on sending that it must end: all of
 * them are kept in memory. A connection that is silent ends by its missing heartbeat.
 */
export function isBackedUp(unsent: number, receiver: Receiver): boolean {
  return unsent > MAX_UNSENT[receiver];
}
