import { TokenBucket } from './rate-limit.ts';

// Ten times what is answered: whoever is past it is no thumb, and no page of ours.
const PACKETS = { atOnce: 400, perSecond: 40 };
const DEAF_MS = 10_000;

/** What there is to know of a connection below Socket.IO. */
export interface Wire {
  readonly readyState: string;
  readonly transport: { readonly name: string; readonly socket?: Line };
  on(event: 'packet', listener: () => void): unknown;
  /** `discard`: without waiting until all is sent. */
  close(discard: boolean): void;
}

/** The WebSocket below it. */
interface Line {
  pause(): void;
  resume(): void;
}

const deaf = new WeakSet<object>();

/** Whether a connection said so much that it gets no more answers for now. */
export function isThrottled(wire: object): boolean {
  return deaf.has(wire);
}

/**
 * Does not read for a while from a connection that floods: what it says then waits on its own side
 * and costs the server nothing. Ended at once, it would be back at once. One that goes on all that
 * time answers no ping either, and ends by that. Long polling cannot be left unread, and is ended.
 */
export function throttleInbound(wire: Wire): void {
  const packets = new TokenBucket(PACKETS);
  wire.on('packet', () => {
    if (deaf.has(wire) || packets.take(performance.now())) return;
    const line = wire.transport.socket;
    if (line === undefined) {
      wire.close(true);
      return;
    }
    deaf.add(wire);
    line.pause();
    setTimeout(() => {
      deaf.delete(wire);
      if (wire.readyState === 'open') line.resume();
    }, DEAF_MS).unref();
  });
}
