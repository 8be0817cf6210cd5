import { setImmediate, setTimeout } from 'node:timers/promises';

/** Each wait takes a millisecond: so many at most, or work would never end while a hall answers. */
const MOST_WAITS = 10;

/** The number of tasks that people wait for. One process has one thread for all sessions. */
let urgent = 0;

/** Notes a task that people wait for, until the returned function is called. */
export function comeFirst(): () => void {
  urgent += 1;
  return () => (urgent -= 1);
}

/**
 * Lets all else that waits be done before the next piece of some work. A task that people wait for is given some
 * milliseconds.
 */
export async function giveWay(): Promise<void> {
  await setImmediate();
  for (let waits = 0; isAnyUrgent() && waits < MOST_WAITS; waits += 1) await setTimeout(1);
}

function isAnyUrgent(): boolean {
  return urgent > 0;
}
