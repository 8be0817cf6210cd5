import { TokenBucket } from './rate-limit.ts';

// Ten times the burst, and twice the rate, of messages that are answered: neither a person nor one
// of our pages sends as many.
const PACKETS = { atOnce: 400, perSecond: 40 };
// Some of the longest answers at once; a page sends a few hundred bytes for each.
const BYTES = { atOnce: 128_000, perSecond: 16_000 };
// Browsers send no pings of their own, and proxies one in many seconds.
const CONTROL_FRAMES = { atOnce: 20, perSecond: 2 };

/**
 * Milliseconds for which nothing is read from a connection that floods. Its data waits on its own
 * side meanwhile, and costs the server nothing; ended at once, it would be back at once.
 */
export const PAUSE_MS = 10_000;

/** The packets that a connection may send before the server stops reading from it for a while. */
export function inboundPackets(): TokenBucket {
  return new TokenBucket(PACKETS);
}

/** The bytes that a connection may send before the server stops reading from it for a while. */
export function inboundBytes(): TokenBucket {
  return new TokenBucket(BYTES);
}

/** The pings and pongs of WebSocket that a connection may send before it is ended. */
export function inboundControlFrames(): TokenBucket {
  return new TokenBucket(CONTROL_FRAMES);
}
