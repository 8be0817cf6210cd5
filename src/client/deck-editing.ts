import type {
  DeckFolderEntry,
  DeckNameBody,
  DeckPreview,
  DeckVersion,
  EditorBody,
  EditorsEntry,
  NewDeckBody,
  PreviewBody,
  SaveBody,
  SavedFile,
} from '../protocol/deck-editing.ts';
import { request, send, type Reply } from './api.ts';

interface Named {
  readonly name: string;
}

/** The HTTP requests that change decks, from a signed-in browser. */
export const deckEditing = {
  open: (name: string): Reply<DeckFolderEntry> => send('GET', at(name)),
  /** `base` is the hash of the text that was edited; null for a new file. */
  save: (name: string, file: string, body: SaveBody): Reply<SavedFile> =>
    send('PUT', `${at(name)}/files/${encodeURIComponent(file)}`, body),
  preview: (name: string, body: PreviewBody): Reply<DeckPreview> =>
    send('POST', `${at(name)}/preview`, body),
  /** Says that the page `id` edits this deck. */
  edits: (name: string, id: string): Reply<EditorsEntry> =>
    send('POST', `${at(name)}/editors`, { id } satisfies EditorBody),
  /** Says that the page `id` edits this deck no more, while it is left. */
  leaves: (name: string, id: string): Reply<null> =>
    request(`${at(name)}/editors/${id}`, { method: 'DELETE', keepalive: true }, () => null),
  versions: (name: string): Reply<readonly DeckVersion[]> => send('GET', `${at(name)}/versions`),
  version: (name: string, id: string): Reply<{ readonly text: string }> =>
    send('GET', `${at(name)}/versions/${encodeURIComponent(id)}`),
  /** Adds a picture or another file for slides; resolves with the path that it got. */
  addMedia: (name: string, file: File): Reply<{ readonly path: string }> =>
    send('PUT', `${at(name)}/media/${encodeURIComponent(file.name)}`, file),
  removeMedia: (name: string, path: string): Reply<{ readonly path: string }> =>
    send('DELETE', `${at(name)}/media/${path.split('/').map(encodeURIComponent).join('/')}`),
  create: (body: NewDeckBody): Reply<Named> => send('POST', '/decks', body),
  duplicate: (deck: string, name: string): Reply<Named> =>
    send('POST', `${at(deck)}/duplicate`, { name } satisfies DeckNameBody),
  remove: (deck: string): Reply<Named> => send('DELETE', at(deck)),
  rename: (deck: string, name: string): Reply<Named> =>
    send('POST', `${at(deck)}/rename`, { name } satisfies DeckNameBody),
};

/** The address of a deck's editor. */
export function editorPath(deck: string): string {
  return `/present/decks/${encodeURIComponent(deck)}`;
}

function at(deck: string): string {
  return `/decks/${encodeURIComponent(deck)}`;
}
