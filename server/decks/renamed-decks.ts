import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isRecord } from '../../src/lib/json.ts';
import type { Result } from '../../src/lib/result.ts';
import { isDeckName } from './deck-name.ts';
import { writeWhole, type WriteProblem } from './write-whole.ts';

/** The file in the folder of decks with the present name of each deck by its names before: {"old": "new"}. */
const FILE = '.renamed.json';

/** Finds the present name of a deck that had another one, which sessions of the past call it; null for all others. */
export async function presentName(decks: string, name: string): Promise<string | null> {
  return (await readNames(decks)).get(name) ?? null;
}

/** The present name of each deck by its names before. */
export function presentNames(decks: string): Promise<ReadonlyMap<string, string>> {
  return readNames(decks);
}

/** The times of decks by their present names: of all names that a deck had, the latest. */
export async function byPresentName(
  decks: string,
  times: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, number>> {
  const names = await readNames(decks);
  const latest = new Map<string, number>();
  for (const [name, at] of times) {
    const now = names.get(name) ?? name;
    latest.set(now, Math.max(at, latest.get(now) ?? 0));
  }
  return latest;
}

/** Finds all names that a deck has or had. */
export async function everyName(decks: string, name: string): Promise<string[]> {
  const before = [...(await readNames(decks))].filter(([, now]) => now === name);
  return [name, ...before.map(([old]) => old)];
}

/** Notes that a deck has another name now. */
export async function noteRenamed(
  decks: string,
  from: string,
  to: string,
): Promise<Result<null, WriteProblem>> {
  const names = await readNames(decks);
  for (const [before, now] of names) if (now === from) names.set(before, to);
  names.set(from, to);
  // It has a name of before again.
  names.delete(to);
  const text = JSON.stringify(Object.fromEntries(names), null, 2);
  return writeWhole(join(decks, FILE), `${text}\n`);
}

async function readNames(decks: string): Promise<Map<string, string>> {
  const text = await readFile(join(decks, FILE), 'utf8').catch(() => '{}');
  try {
    const names: unknown = JSON.parse(text);
    const entries = isRecord(names) ? Object.entries(names) : [];
    return new Map(entries.flatMap(([before, now]) => (isName(now) ? [[before, now]] : [])));
  } catch {
    return new Map();
  }
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && isDeckName(name);
}
