import { afterEach, expect, it } from 'vitest';
import { EventLoop } from './event-loop.ts';

let loop: EventLoop | null = null;
afterEach(() => loop?.stop());

/** An event loop that is watched, and what was seen of it. */
function watched() {
  const changes: boolean[] = [];
  const lags: number[] = [];
  loop = new EventLoop({
    lagged: (seconds) => lags.push(seconds),
    overloaded: (overloaded) => changes.push(overloaded),
  });
  return { loop, changes, worst: () => Math.max(0, ...lags), looks: () => lags.length };
}

/** Keeps the thread busy for so many milliseconds. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until) continue;
}

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));

it('[R6] the server knows that it is overloaded while it is late for seconds, and when that is over', async () => {
  const { loop: telemetry, changes } = watched();
  while (changes.length === 0) {
    busy(400);
    await turn();
  }
  expect(telemetry.overloaded).toBe(true);
  await expect.poll(() => changes, { timeout: 20_000 }).toEqual([true, false]);
  expect(telemetry.overloaded).toBe(false);
});

it('[R6] the server does not take one long task for an overload, and measures it', async () => {
  const { changes, worst, looks } = watched();
  busy(3_500);
  await expect.poll(worst, { timeout: 5_000 }).toBeGreaterThan(3);
  // Two looks later it would have been told.
  const seen = looks();
  await expect.poll(looks, { timeout: 5_000 }).toBeGreaterThan(seen + 1);
  expect(changes).toEqual([]);
});
