/** The reason for which decks do not use a file, by its path. */
export function reasonOfKind(path: string): string {
  if (/\.html?$/i.test(path)) return 'it is a page, and the slides are not in it';
  if (/\.css$/i.test(path)) return 'a deck’s own style sheet is called deck.css';
  return 'decks do not use files of this kind';
}

/** The reason for which media are left out that do not begin as files of their kind do. */
export const NOT_ITS_KIND = 'its content is not what its name says';
