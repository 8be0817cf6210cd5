import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import type { Deck } from '../../src/deck/deck.ts';
import { answeredFacts } from './answered-facts.ts';

/** Writes answered sessions with these codes, of so many attendees each, into a data folder. */
export async function writeAnsweredLog(
  dataDir: string,
  deck: Deck,
  codes: readonly string[],
  attendees: number,
): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  const log = await sqliteLog(join(dataDir, 'plenary.db'), Date.now);
  if (!log.ok) throw new Error(log.error.message);
  for (const code of codes) {
    const brought = await log.value.bring(code, [...answeredFacts(deck, attendees, code)]);
    if (!brought.ok || !brought.value) throw new Error(`Session ${code} was not written`);
  }
  await log.value.close();
}
