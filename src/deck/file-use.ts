import { STYLE_FILE } from './deck.ts';
import { mediaKind } from './media-kinds.ts';
import { REVEAL_MD_FILE } from './parse/reveal-md-file.ts';

/** The use that a deck makes of a file; a `page` may hold slides of HTML, `unused` is one of another kind. */
export type FileUse = 'markdown' | 'page' | 'settings' | 'media' | 'unused';

/** The use of a file, by its path. */
export function fileUse(path: string): FileUse {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  if (/\.html?$/i.test(name)) return 'page';
  if (name === STYLE_FILE || name === REVEAL_MD_FILE) return 'settings';
  return mediaKind(name) === null ? 'unused' : 'media';
}
