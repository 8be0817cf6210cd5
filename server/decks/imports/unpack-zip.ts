import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { success, type Result } from '../../../src/lib/result.ts';
import { writeProblem } from '../write-whole.ts';
import { BroughtFiles } from './brought-files.ts';
import { LARGEST_DECK, MOST_ENTRIES } from './import-limits.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import { readEntryName } from './zip-entry-name.ts';

/** The files of a zip that are kept, each with its entry. */
type Entries = ReadonlyMap<string, Entry>;

const PASSWORD = 'The zip has a password. Make one without, and bring that.';

/** A file in a zip that cannot be unpacked, in words. */
class BrokenZip extends Error {}

/**
 * Unpacks the files of a zip that decks use into a folder that is there and empty. All names are read
 * before anything is written. Believes no size that the zip claims: bytes are counted as they come.
 */
export async function unpackZip(
  zip: string,
  folder: string,
): Promise<Result<BroughtFiles, ImportProblem>> {
  let opened: ZipFile | null = null;
  try {
    opened = await openPromise(zip, { autoClose: false, decodeStrings: false });
    const files = new BroughtFiles();
    const listed = await listEntries(opened, files);
    if (!listed.ok) return listed;
    let left = LARGEST_DECK;
    for (const [path, entry] of listed.value) {
      left -= await unpackEntry(opened, entry, join(folder, path));
      if (left < 0) return tooLarge();
    }
    return success(files);
  } catch (error) {
    if (error instanceof BrokenZip) return importFailure('broken-zip', error.message);
    const reason = error instanceof Error ? error.message : '';
    if (reason.includes('strong encryption')) return importFailure('broken-zip', PASSWORD);
    // The system's errors have a code of its own; those of zlib and of yauzl are about the zip.
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^E[A-Z]+$/.test(code)) return { ok: false, error: writeProblem(error) };
    return importFailure(
      'broken-zip',
      'The zip is damaged, or no zip. Make it again, and bring that.',
    );
  } finally {
    opened?.close();
  }
}

async function listEntries(
  zip: ZipFile,
  files: BroughtFiles,
): Promise<Result<Entries, ImportProblem>> {
  if (zip.entryCount > MOST_ENTRIES) {
    const message = `There are ${zip.entryCount} files in the zip. Bring the deck’s folder alone.`;
    return importFailure('too-large', message);
  }
  const entries = new Map<string, Entry>();
  let size = 0;
  for await (const entry of zip.eachEntry()) {
    const name = readEntryName(entry);
    if (name.endsWith('/') && !isLink(entry)) continue;
    const added = files.add(name, entry.uncompressedSize);
    if (!added.ok) return added;
    if (added.value === null) continue;
    const isTwice = entries.has(added.value);
    const obstacle = isTwice ? `"${name}" is in the zip twice.` : obstacleOf(entry, name);
    if (obstacle !== null) return importFailure('broken-zip', obstacle);
    size += entry.uncompressedSize;
    if (size > LARGEST_DECK) return tooLarge();
    entries.set(added.value, entry);
  }
  return success(entries);
}

/** The reason in words for which a file cannot be unpacked; null where there is none. */
function obstacleOf(entry: Entry, name: string): string | null {
  const shown = name.slice(0, 80);
  if (isLink(entry)) {
    return `"${shown}" in the zip is a link, or no plain file. Put the file itself in its place.`;
  }
  if (entry.isEncrypted()) return PASSWORD;
  if (entry.canDecodeFileData()) return null;
  return `"${shown}" is packed in a way that is not read here (method ${entry.compressionMethod}). Choose “Deflate”.`;
}

/** True for a link, a device and all else that is no file: the type of Unix is in the upper half. */
function isLink({ externalFileAttributes }: Entry): boolean {
  const type = (externalFileAttributes >>> 28) & 0xf;
  return type !== 0 && type !== 0o10 && type !== 0o4;
}

/** Unpacks a file; resolves with its size in bytes. yauzl ends it where it is not of the size that is claimed. */
async function unpackEntry(zip: ZipFile, entry: Entry, file: string): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const stream = await zip.openReadStreamPromise(entry);
  let sum = 0;
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    sum = crc32(chunk, sum);
    size += chunk.length;
  });
  await pipeline(stream, createWriteStream(file, { flags: 'wx', flush: true }));
  if (sum !== entry.crc32)
    throw new BrokenZip('A file in the zip is damaged. Make it again, and bring that.');
  return size;
}

function tooLarge(): Result<never, ImportProblem> {
  return importFailure('too-large', 'A deck has 100 MB at most, and this one has more.');
}
