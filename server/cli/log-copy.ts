import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { failure, success, type Result } from '../../src/lib/result.ts';
import { copySessions } from '../storage/copy-sessions.ts';
import type { EventLog } from '../storage/event-log.ts';
import { postgresLog } from '../storage/postgres/postgres-log.ts';
import { postgresAt } from '../storage/postgres/postgres.ts';
import { copyDatabase } from '../storage/offline/copy-database.ts';
import { sqliteLog } from '../storage/sqlite-log.ts';

/** A log that is open, and its end. */
interface Opened {
  readonly log: EventLog;
  readonly close: () => Promise<void>;
}

/**
 * Copies the sessions of one database into another, and says a line for each. Resolves with the exit
 * code: 0 where all are there now, 1 where one is not, 2 for wrong arguments or databases.
 */
export async function copyCommand(args: string[], say: (line: string) => void): Promise<number> {
  const options = readArguments(args);
  if (options === null) {
    say('Usage:\n\n  npm run log -- copy FROM TO [--session CODE]');
    return 2;
  }
  const from = await openSource(options.from);
  if (!from.ok) return refuse(say, from.error);
  try {
    const to = await openLog(options.to);
    if (!to.ok) return refuse(say, `TO cannot be opened: ${to.error}`);
    try {
      return await copyAll(from.value.log, to.value.log, options.session, say);
    } finally {
      await to.value.close();
    }
  } finally {
    await from.value.close();
  }
}

function refuse(say: (line: string) => void, words: string): number {
  say(words);
  return 2;
}

async function copyAll(
  from: EventLog,
  to: EventLog,
  only: string | undefined,
  say: (line: string) => void,
): Promise<number> {
  let count = 0;
  let areSame = true;
  try {
    for await (const { code, title, facts, isSame, words } of copySessions(from, to, only)) {
      say(`${code}  "${title}", ${facts ?? 'unknown'} facts: ${words}`);
      count += 1;
      areSame &&= isSame;
    }
  } catch (error) {
    say(`FROM cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (count > 0) return areSame ? 0 : 1;
  say(only === undefined ? 'There is no session in it.' : `There is no session ${only} in it.`);
  return only === undefined ? 0 : 1;
}

function readArguments(args: string[]) {
  try {
    const options = { session: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [from, to, ...rest] = positionals;
    if (from === undefined || to === undefined || rest.length > 0 || from === to) return null;
    return { from, to, session: values.session };
  } catch {
    return null;
  }
}

const isAddress = (place: string) => /^postgres(ql)?:\/\//.test(place);

async function openLog(place: string): Promise<Result<Opened, string>> {
  const postgres = isAddress(place) ? postgresAt(place, 'copy') : null;
  const opened = await (postgres ? postgresLog(postgres, Date.now) : sqliteLog(place, Date.now));
  if (opened.ok) return success({ log: opened.value, close: () => opened.value.close() });
  await postgres?.close();
  return failure(opened.error.message);
}

/** A file is read in a copy: to open it would change it. */
async function openSource(place: string): Promise<Result<Opened, string>> {
  if (isAddress(place)) return openLog(place);
  const copied = await copyDatabase(place);
  if (!copied.ok) return copied;
  const { folder, file } = copied.value;
  const remove = () => rm(folder, { recursive: true });
  const opened = await openLog(file);
  if (!opened.ok) {
    await remove();
    return failure(opened.error);
  }
  const { log, close } = opened.value;
  return success({ log, close: () => close().then(remove) });
}
