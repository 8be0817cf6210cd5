import { LARGEST_MEDIA } from '../../../src/deck/media-kinds.ts';
import type { KeptFile } from './brought-file.ts';

/** The reason for which decks do not take a file, wherever it lies; null for one that they take. */
export function reasonOfKind({ is, path }: KeptFile): string | null {
  if (is === 'too-large') return `it is larger than ${LARGEST_MEDIA / 1_000_000} MB`;
  if (is !== 'unused' && is !== 'page') return null;
  if (/\.html?$/i.test(path)) return 'it is a page, and the slides are not in it';
  if (/\.css$/i.test(path)) return 'a deck’s own style sheet is called deck.css';
  return 'decks do not use files of this kind';
}

/** The reason for which media are left out that do not begin as files of their kind do. */
export const NOT_ITS_KIND = 'its content is not what its name says';
