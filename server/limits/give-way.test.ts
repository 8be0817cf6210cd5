import { expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { resultsDigest } from '../storage/session-file/results-digest.ts';
import { comeFirst, giveWay } from './give-way.ts';
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

it('[X24] takes the digest of results in steps of some hundred rows', () => {
  const session = new PureSession();
  session.show(1);
  for (let number = 0; number < 1_000; number += 1) session.answer(`a${number}`, 'tea', yes);
  expect([...resultsDigest(session.state)].length).toBeGreaterThanOrEqual(10);
});

it('[X24] lets people who wait for their receipt come first, and goes on in the end', async () => {
  const [done, doneToo] = [comeFirst(), comeFirst()];
  let isOver = false;
  const waiting = giveWay().then(() => (isOver = true));
  await new Promise((later) => setImmediate(() => setImmediate(later)));
  expect(isOver).toBe(false);
  done();
  doneToo();
  await waiting;
  const never = comeFirst();
  await giveWay();
  never();
});
