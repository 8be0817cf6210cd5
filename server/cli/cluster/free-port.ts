import { createServer, type AddressInfo } from 'node:net';

/** A port of this machine at which nobody listens now. */
export function freePort(): Promise<number> {
  return new Promise((settle, fails) => {
    const server = createServer();
    server.once('error', fails);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => settle(port));
    });
  });
}
