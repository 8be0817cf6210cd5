import type { DeckFile, DeckVersion } from '../../src/protocol/deck-editing.ts';
import { changedLines } from './changed-lines.ts';
import { listVersions, readVersion } from './deck-versions.ts';

/** Lists the versions of a deck's files with their changes, the newest first. `files` are those in the folder now. */
export async function describeVersions(
  decks: string,
  name: string,
  files: readonly DeckFile[],
): Promise<DeckVersion[]> {
  const versions = await listVersions(decks, name);
  const latest = new Map<string, string>();
  const described: DeckVersion[] = [];
  for (const version of versions.toReversed()) {
    const read = await readVersion(decks, name, version.id);
    // Somebody may have deleted it meanwhile.
    if (!read.ok) continue;
    const change = changedLines(latest.get(version.file) ?? '', read.value);
    latest.set(version.file, read.value);
    described.push({ ...version, ...change, present: false });
  }
  const seen = new Set<string>();
  return described.reverse().map((version) => {
    const isNewest = !seen.has(version.file);
    seen.add(version.file);
    const file = files.find((one) => one.file === version.file);
    return { ...version, present: isNewest && file?.text === latest.get(version.file) };
  });
}
