import { promisify } from 'node:util';
import { text } from 'node:stream/consumers';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';

/** The texts of a zip's files, by their names. */
export async function unzipTexts(zip: Uint8Array): Promise<Map<string, string>> {
  const open = promisify<Buffer, { lazyEntries: boolean; autoClose: boolean }, ZipFile>(fromBuffer);
  const file = await open(Buffer.from(zip), { lazyEntries: true, autoClose: false });
  const texts = new Map<string, string>();
  await new Promise<void>((resolve, reject) => {
    file.on('error', reject).on('end', resolve);
    file.on('entry', (entry: Entry) => {
      file.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        text(stream).then((content) => {
          texts.set(entry.fileName, content);
          file.readEntry();
        }, reject);
      });
    });
    file.readEntry();
  });
  return texts;
}
