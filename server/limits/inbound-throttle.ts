import { TokenBucket } from './rate-limit.ts';

// Ten times the messages that are answered: no person and no page of ours sends as many.
const PACKETS = { atOnce: 400, perSecond: 40 };

/**
 * Milliseconds for which nothing is read from a connection that floods. Its data waits on its own
 * side meanwhile, and costs the server nothing; ended at once, it would be back at once.
 */
export const PAUSE_MS = 10_000;

/** The packets that a connection may send before the server stops reading from it for a while. */
export function inboundPackets(): TokenBucket {
  return new TokenBucket(PACKETS);
}
