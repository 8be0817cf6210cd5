import { createServer } from 'node:net';

const FIRST = 20_000;
const COUNT = 10_000;

/**
 * A free port that no client is given by the system: those begin at 32768. A server that comes back
 * to a port of theirs may find it taken, even by a client that had called there meanwhile and was
 * put through to itself.
 */
export async function quietPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const server = createServer();
    server.once('error', () => settle(false));
    server.listen(port, () => server.close(() => settle(true)));
  });
}
