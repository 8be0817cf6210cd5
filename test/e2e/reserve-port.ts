import { createServer, type Server } from 'node:net';

/** Below 32768: from there on the system gives ports to clients, even while a server of a test is down. */
const FIRST = 20_000;
const COUNT = 6_000;

/** A port that no other test takes, from now until it is released or this process ends. */
export interface ReservedPort {
  readonly port: number;
  release(): void;
}

/**
 * Reserves a port for a server that may end and come back. The reservation is a port beside it that
 * is listened at: another process with tests cannot take that, and a process that was killed lets it go.
 */
export async function reservePort(): Promise<ReservedPort> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    const reservation = await listen(port + COUNT);
    if (reservation === null) continue;
    const server = await listen(port);
    await new Promise<unknown>((closed) => (server === null ? closed(null) : server.close(closed)));
    reservation.unref();
    if (server !== null) return { port, release: () => reservation.close() };
    reservation.close();
  }
}

/** Listens at a port; null where that is taken. */
function listen(port: number): Promise<Server | null> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(null));
    server.listen(port, () => settle(server));
  });
}
