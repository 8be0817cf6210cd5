import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { listDeckFiles } from './deck-files.ts';
import { readBroughtFile } from './imports/brought-file.ts';

/**
 * Packs the files of a deck that decks use, as a stream. A link that leads out of the folder of decks is
 * not followed. A file that goes away meanwhile ends the stream with an error.
 */
export async function packDeck(decks: string, name: string): Promise<Readable> {
  const zip = new ZipFile();
  const inside = (await realpath(decks)) + sep;
  const folder = join(decks, name);
  for (const path of await listDeckFiles(folder)) {
    const read = readBroughtFile(path);
    if (!read.ok || read.value.is === 'by-the-system' || read.value.is === 'unused') continue;
    // A file "TALK.MD" is no part of a deck, and would be one as "TALK.md".
    if (read.value.path !== path.normalize('NFC')) continue;
    const file = await realpath(join(folder, path)).catch(() => '');
    // Media are packed already.
    const compress = read.value.is !== 'media';
    if (file.startsWith(inside)) zip.addFile(file, path, { compress });
  }
  zip.end();
  const stream = Readable.from(zip.outputStream, { objectMode: false });
  zip.on('error', (error: Error) => stream.destroy(error));
  return stream;
}
