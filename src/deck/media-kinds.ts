/** The kinds of files that decks show, by what browsers do with them. */
export type MediaKind = 'picture' | 'film' | 'sound' | 'font' | 'document';

/** The largest file that a deck may have for its slides, in bytes. */
export const LARGEST_MEDIA = 20_000_000;

/** The extensions of each kind. Files of other types are not served. */
export const extensions: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['avif', 'gif', 'jpg', 'jpeg', 'png', 'svg', 'webp'],
  film: ['mp4', 'webm'],
  sound: ['mp3', 'ogg', 'wav'],
  font: ['woff', 'woff2'],
  document: ['pdf'],
};

/** Extensions that are not served: few browsers show them. */
const unserved: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['bmp', 'heic', 'heif', 'ico', 'jxl', 'tif', 'tiff'],
  film: ['avi', 'flv', 'm4v', 'mkv', 'mov', 'mpeg', 'mpg', 'ogv', 'wmv'],
  sound: ['aac', 'aif', 'aiff', 'flac', 'm4a', 'opus', 'wma'],
  font: ['eot', 'otf', 'ttf'],
  document: ['doc', 'docx', 'key', 'odp', 'odt', 'ppt', 'pptx'],
};

const served = kindsByExtension(extensions);
const known = new Map([...kindsByExtension(unserved), ...served]);

/** The kind of a file by the extension of its name; null if it is not served. */
export function mediaKind(path: string): MediaKind | null {
  return served.get(extensionOf(path)) ?? null;
}

/** The kind of a file, served or not; null if the extension of its name is unknown. */
export function knownKind(path: string): MediaKind | null {
  return known.get(extensionOf(path)) ?? null;
}

function kindsByExtension(names: Readonly<Record<MediaKind, readonly string[]>>) {
  return new Map(
    Object.entries(names).flatMap(([kind, list]) =>
      // Sound: the keys of the record are kinds.
      list.map((name) => [name, kind as MediaKind] as const),
    ),
  );
}

function extensionOf(path: string): string {
  return (/\.([^./]+)$/.exec(path)?.[1] ?? '').toLowerCase();
}
