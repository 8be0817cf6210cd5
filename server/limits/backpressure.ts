// A phone that has left the Wi-Fi is given up as silent before so many messages wait for it.
const MAX_WAITING = 200;

/**
 * Tells whether so many messages wait for a connection that goes on sending that it must end: all of
 * them are kept in memory. A connection that is silent ends by its missing heartbeat.
 */
export function isBackedUp(waiting: number): boolean {
  return waiting > MAX_WAITING;
}
