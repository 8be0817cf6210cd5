import { TokenBucket } from './rate-limit.ts';

// Ten times the burst, and twice the rate, of messages that are answered: neither a person nor one
// of our pages sends as many.
const PACKETS = { atOnce: 400, perSecond: 40 };
// Some of the longest answers at once; a page sends a few hundred bytes for each.
const BYTES = { atOnce: 128_000, perSecond: 16_000 };
// Browsers send no pings of their own, and proxies one in many seconds.
const CONTROL_FRAMES = { atOnce: 20, perSecond: 2 };

// A phone that comes back enters with two frames, and sends all answers that wait, mostly together.
const QUICK_FRAMES = { atOnce: 10, perSecond: 5 };

/**
 * The rate at which all that comes faster than this is read, of all connections together: a message
 * costs 8 and some more for its bytes, so some 55 messages, or 60 kB, a second.
 */
export const INBOUND = { atOnce: 100, perSecond: 500 };

/**
 * Milliseconds between two parts of this: what is read together is recorded by one commit. Spread evenly,
 * every second answer of the others would wait for a commit of a flooder's.
 */
export const INBOUND_REFILL_MS = 100;

/**
 * The bytes that are kept for all WebSockets together until they can be handled: as much as is read of
 * 150 that flood. Ended, they would be back at once.
 */
export const MOST_KEPT_BYTES = 12_000_000;

/**
 * The bytes of one connection that wait for their turn before Node.js stops reading from TCP, which it does
 * in parts of up to 64 kB. By default it reads one part more: in the first moment of a flood, 12 MB.
 */
export const MOST_UNREAD_BYTES = 2_000;

/**
 * The fragments of one message: browsers send each part of 64 kB as one, and proxies of 4 kB. Each costs
 * a hundred bytes, however short it is.
 */
export const MOST_FRAGMENTS = 64;

/** The pieces in which one frame may arrive: twice as many as a message of 32 kB has in slices of 128 bytes. */
export const MOST_PARTS = 512;

/** The rate at which connections are opened. A hall of five thousand needs ten seconds. */
export const HANDSHAKES = { atOnce: 50, perSecond: 500 };

/** The same for addresses at which many connections end soon after they were opened: a twentieth of a processor. */
export const HASTY_HANDSHAKES = { atOnce: 5, perSecond: 25 };

/**
 * Bytes of the longest message, and of the longest body of a request of long polling. A longer one ends
 * its connection before it is parsed: the longest answer has 8,000 characters.
 */
export const LARGEST_MESSAGE = 32_000;

/** The cost of a body, of the rate below, where it is read as a stream, as for the HTTP interface. */
export const COST_OF_BODY = 8;

/**
 * The rate of all other requests, one for each and for each kB of its body, save those with which long
 * polling waits for news.
 */
export const REQUESTS = { atOnce: 100, perSecond: 2_000 };

/** The requests of one TCP connection: a page loads some twenty files, over several connections. */
export const REQUESTS_A_CONNECTION = { atOnce: 60, perSecond: 20 };

/** The rate of what is more, of all connections together. */
export const HASTY_REQUESTS = { atOnce: 10, perSecond: 100 };

/** The most packets in one request of long polling. */
export const PACKETS_A_REQUEST = PACKETS.atOnce;

/**
 * Milliseconds for which nothing is read from a connection that floods. Its data waits on its own
 * side meanwhile, and costs the server nothing; ended at once, it would be back at once.
 */
export const PAUSE_MS = 10_000;

/** The packets that a connection may send before the server stops reading from it for a while. */
export function inboundPackets(): TokenBucket {
  return new TokenBucket(PACKETS);
}

/** The frames of a connection that are read at once. */
export function quickFrames(): TokenBucket {
  return new TokenBucket(QUICK_FRAMES);
}

/** The bytes that a connection may send before the server stops reading from it for a while. */
export function inboundBytes(): TokenBucket {
  return new TokenBucket(BYTES);
}

/** The pings and pongs of WebSocket that a connection may send before it is ended. */
export function inboundControlFrames(): TokenBucket {
  return new TokenBucket(CONTROL_FRAMES);
}
