import type { MediaKind } from '../media-kinds.ts';

const picture: readonly MediaKind[] = ['picture'];
const film: readonly MediaKind[] = ['film', 'sound'];

/** The kinds of files that an attribute which loads one file can show, by its element. */
export function shownKinds(element: string, attribute: string): readonly MediaKind[] {
  if (attribute === 'poster' || attribute === 'background') return picture;
  if (attribute === 'data-background-video') return film;
  if (attribute !== 'src' && attribute !== 'data-src') return picture;
  switch (element) {
    case 'video':
    case 'audio':
      return film;
    case 'source':
    case 'track':
      return [...film, 'picture'];
    default:
      return picture;
  }
}
