import { expect, it } from 'vitest';
import { finishInTurns, inTurns } from './in-turns.ts';

const STEPS = 20;

/** Counts the turns that others have while a task runs. */
async function turnsWhile(task: () => Promise<void>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await task();
  isDone = true;
  return turns;
}

function* steps(): Generator<string, string> {
  for (let step = 0; step < STEPS; step += 1) yield step % 2 === 0 ? '' : 'x';
  return 'done';
}

it('[X24] lets others have their turn after each step of some work', async () => {
  const turns = await turnsWhile(async () => {
    expect(await finishInTurns(steps())).toBe('done');
  });
  expect(turns).toBeGreaterThanOrEqual(STEPS);
});

it('[X24] lets others have their turn after each piece of a file, and leaves empty ones out', async () => {
  const pieces: Uint8Array[] = [];
  const turns = await turnsWhile(async () => {
    for await (const piece of inTurns(steps())) pieces.push(piece);
  });
  expect(turns).toBeGreaterThanOrEqual(STEPS);
  expect(Buffer.concat(pieces).toString()).toBe('x'.repeat(STEPS / 2));
});
