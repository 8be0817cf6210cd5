import { isTag, type Element } from 'domhandler';
import { filter } from 'domutils';
import { freeName } from '../../../../src/lib/folder-name.ts';

/** A picture that is written in a page, and the path of the file that it becomes. */
export interface EmbeddedPicture {
  readonly path: string;
  readonly data: Buffer;
}

const EMBEDDED = /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml);base64,([A-Za-z0-9+/=\s]+)$/;

/**
 * Takes the pictures out of slides that have them in their attributes, and names files there in their
 * place, in a folder of which no other file has the path.
 *
 * @param taken the paths of all other files of the deck
 */
export function takeOutPictures(
  slides: readonly Element[],
  taken: readonly string[],
): EmbeddedPicture[] {
  const pictures: EmbeddedPicture[] = [];
  const folder = freeName(
    'pictures',
    taken.map((path) => path.split('/')[0] ?? ''),
  );
  for (const element of filter(isTag, [...slides])) {
    if (!isTag(element)) continue;
    for (const [name, value] of Object.entries(element.attribs)) {
      const [, kind, base64] = EMBEDDED.exec(value) ?? [];
      if (kind === undefined || base64 === undefined) continue;
      const path = `${folder}/${pictures.length + 1}.${kind === 'svg+xml' ? 'svg' : kind}`;
      pictures.push({ path, data: Buffer.from(base64, 'base64') });
      element.attribs[name] = path;
    }
  }
  return pictures;
}
