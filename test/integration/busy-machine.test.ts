import { afterEach, beforeEach, expect, it } from 'vitest';
import { Client } from './client.ts';
import { RunningServer } from './running-server.ts';

let server: RunningServer;
beforeEach(async () => {
  server = await RunningServer.start();
});
afterEach(() => server.stop());

/** Keeps server and test busy for so many milliseconds. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) continue;
}

it('[R6] A phone comes in at once where the machine was busy for a moment', async () => {
  const code = await server.session();
  for (let phone = 0; phone < 5; phone += 1) {
    const coming = Client.connect(server.url, code, 'attendee');
    // Again and again, so that each step of its entry is late.
    for (let step = 0; step < 6; step += 1) {
      busy(400);
      await new Promise((turn) => setImmediate(turn));
    }
    expect((await coming).socket.connected).toBe(true);
  }
});
