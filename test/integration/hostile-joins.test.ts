import { afterAll, beforeAll, expect, it } from 'vitest';
import { RawLine } from './raw-websocket.ts';
import { RunningServer } from './running-server.ts';

const HASTY = '127.0.0.7';
const OTHER = '127.0.0.8';

let server: RunningServer;
beforeAll(async () => {
  server = await RunningServer.start();
});
afterAll(() => server.stop());

it('[A7] connections that end at once, over and over, make their own address wait, and nobody else', async () => {
  for (let n = 0; n < 310; n += 1) {
    const line = await RawLine.webSocket(server.url, HASTY);
    line.end();
  }
  const opened: string[] = [];
  const open = async (address: string): Promise<void> => {
    const line = await RawLine.webSocket(server.url, address);
    opened.push(address);
    line.end();
  };
  const many = (length: number, address: string) => Array.from({ length }, () => open(address));
  await Promise.all([...many(60, HASTY), ...many(30, OTHER)]);
  // All are served, in the end. In one lane they would take turns, and the last of the others be the 60th.
  expect(opened).toHaveLength(90);
  expect(opened.lastIndexOf(OTHER)).toBeLessThan(52);
});
