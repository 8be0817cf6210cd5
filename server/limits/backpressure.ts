// A phone that fell off the Wi-Fi is given up for silent before so many messages wait for it.
const MOST_UNREAD = 200;

/** What there is to know of a connection below Socket.IO. */
interface Wire {
  /** What waits to be sent. */
  readonly writeBuffer: readonly unknown[];
  on(event: 'packet', listener: () => void): unknown;
  /** `discard`: without waiting until all is sent. */
  close(discard: boolean): void;
}

/**
 * Ends a connection that goes on talking and leaves unread what it is sent: all of that is kept in
 * memory meanwhile. One that falls silent ends by itself.
 */
export function closeOnBackpressure(wire: Wire): void {
  wire.on('packet', () => {
    if (wire.writeBuffer.length > MOST_UNREAD) wire.close(true);
  });
}
