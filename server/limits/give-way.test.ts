import { expect, it } from 'vitest';
import { comeFirst, giveWay } from './give-way.ts';

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
