// Long enough for a browser to hear the goodbye.
const GOODBYE_MS = 1_000;

/** What there is to know of a connection below Socket.IO. */
interface Wire {
  readonly transport: { readonly socket?: { terminate(): void } };
  once(event: 'close', listener: () => void): unknown;
}

/** Cuts the line of a connection that is over, where its other end keeps it open and goes on. */
export function enforceCloseTimeout(wire: Wire): void {
  wire.once('close', () => {
    const { socket } = wire.transport;
    if (socket !== undefined) setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
  });
}
