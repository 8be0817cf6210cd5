import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The texts of a zip's files, by their names. */
export async function unzipTexts(zip: Uint8Array): Promise<Map<string, string>> {
  const file = await open(Buffer.from(zip));
  const entries = await entriesOf(file);
  const texts = new Map<string, string>();
  for (const entry of entries) {
    texts.set(entry.fileName, await text(await read(file, entry)));
  }
  file.close();
  return texts;
}

function open(zip: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { autoClose: false }, (error, file) => (error ? reject(error) : resolve(file)));
  });
}

function entriesOf(file: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    file.on('entry', (entry: Entry) => entries.push(entry));
    file.on('end', () => resolve(entries)).on('error', reject);
  });
}

function read(file: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    file.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream)));
  });
}
