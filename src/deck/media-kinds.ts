/** The kinds of files that decks show, by what browsers do with them. */
export type MediaKind = 'picture' | 'film' | 'sound' | 'font' | 'document';

/** The extensions of each kind. Files of other types are not served. */
export const extensions: Readonly<Record<MediaKind, readonly string[]>> = {
  picture: ['avif', 'gif', 'jpg', 'jpeg', 'png', 'svg', 'webp'],
  film: ['mp4', 'webm'],
  sound: ['mp3', 'ogg', 'wav'],
  font: ['woff', 'woff2'],
  document: ['pdf'],
};

const kinds = new Map(
  Object.entries(extensions).flatMap(([kind, names]) =>
    // Sound: the keys of `extensions` are kinds.
    names.map((name) => [name, kind as MediaKind] as const),
  ),
);

/** The kind of a file by the extension of its name; null if it is not served. */
export function mediaKind(path: string): MediaKind | null {
  const extension = /\.([^./]+)$/.exec(path)?.[1] ?? '';
  return kinds.get(extension.toLowerCase()) ?? null;
}
