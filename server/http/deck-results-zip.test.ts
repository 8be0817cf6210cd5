import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { EventLog } from '../storage/event-log.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { allSessions } from '../storage/session-filter.ts';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { valueOf } from '../../test/fixtures/value-of.ts';
import { packResults } from './deck-results-zip.ts';

const SESSIONS = 60;

it('[X21] A download of all results that is cancelled reads no further session', async () => {
  const log = memoryLog(() => 1);
  for (let code = 0; code < SESSIONS; code += 1) {
    const noise = Array.from({ length: 3_000 }, () => Math.random().toString(36)).join('');
    const deck = { ...smallDeck, title: noise };
    await log.transact(`${code}`, 0, () => [
      { type: 'session:started', code: `${code}`, secret: 's', deck },
    ]);
  }
  let reads = 0;
  const counted: EventLog = {
    ...log,
    read: (...page) => {
      reads += 1;
      return log.read(...page);
    },
  };
  const stream = packResults(counted, valueOf(await log.sessions(SESSIONS, null, allSessions)));
  await once(stream, 'readable');
  stream.read();
  stream.destroy();
  const soon = reads;
  for (let turn = 0; turn < 500; turn += 1) await setImmediate();
  expect(soon).toBeLessThan(SESSIONS / 2);
  expect(reads).toBeLessThanOrEqual(soon + 1);
});
