import { importApi } from './import-api.ts';
import type { Reply } from './api.ts';

const sending = { signal: new AbortController().signal, onSent: () => undefined };

/** Adds a picture or another file for slides to a deck, in parts as a deck is brought; resolves with the path that it got. */
export async function addMedia(deck: string, file: File): Reply<{ readonly path: string }> {
  const path = file.name;
  const begun = await importApi.begin(path.slice(0, 255));
  if (!begun.ok) return begun;
  const { id } = begun.value;
  const sent = await importApi.sendFile(id, path, file, sending);
  const added = sent.ok ? await importApi.addToDeck(id, { deck, path }) : sent;
  if (!added.ok) void importApi.drop(id);
  return added;
}
