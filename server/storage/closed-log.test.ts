import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { allSessions } from './session-filter.ts';
import { sqliteLog } from './sqlite-log.ts';
import { readFacts } from './read-facts.ts';

it('[S10] [V1] a log that was closed refuses what still comes, and acknowledges none of it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plenary-closed-'));
  const opened = await sqliteLog(join(folder, 'plenary.db'), () => 0);
  if (!opened.ok) throw new Error(opened.error.message);
  const log = opened.value;
  const write = () => log.transact('123456', 0, () => [{ type: 'session:ended' }]);
  const before = write();
  const closing = log.close();
  // A hall that goes on answering while the server is being stopped.
  const after = [
    write(),
    readFacts(log, '123456'),
    log.sessions(10, null, allSessions),
    log.forget('123456'),
    log.check(),
  ];
  expect(await before).toMatchObject({ ok: true });
  await closing;
  for (const answer of [...after, write(), log.check()]) {
    expect(await answer).toMatchObject({ ok: false, error: { name: 'unavailable' } });
  }
  await rm(folder, { recursive: true });
});
