import { expect, it } from 'vitest';
import { PureSession, yes } from '../../../test/fixtures/pure-session.ts';
import { resultsDigest } from './results-digest.ts';

it('[X24] takes the digest of results in steps of some hundred rows', () => {
  const session = new PureSession();
  session.show(1);
  for (let number = 0; number < 1_000; number += 1) session.answer(`a${number}`, 'tea', yes);
  expect([...resultsDigest(session.state)].length).toBeGreaterThanOrEqual(10);
});
