import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ShortConnections } from './short-connections.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const HALL = '192.0.2.1';

async function endMany(short: ShortConnections, amount: number, openMs: number): Promise<void> {
  for (let n = 0; n < amount; n += 1) await short.ended(HALL, openMs);
}

it('[A7] the short connections of an address are many from the 101st within ten seconds on', async () => {
  const short = new ShortConnections();
  await endMany(short, 100, 100);
  expect(await short.areMany(HALL)).toBe(false);
  await short.ended(HALL, 100);
  expect(await short.areMany(HALL)).toBe(true);
  expect(await short.areMany('192.0.2.2')).toBe(false);
  vi.advanceTimersByTime(11_000);
  expect(await short.areMany(HALL)).toBe(false);
});

it('[A7] phones that were open for a while are not counted, as when the Wi-Fi of a hall fails', async () => {
  const short = new ShortConnections();
  await endMany(short, 500, 10_000);
  expect(await short.areMany(HALL)).toBe(false);
});
