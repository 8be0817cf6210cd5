import type { BroughtEntry } from '../protocol/http.ts';
import { request, type Reply } from './api.ts';

/** Brings in a session from its file. */
export function importSession(file: Blob, signal: AbortSignal): Reply<BroughtEntry> {
  const init = { method: 'POST', body: file, signal };
  // Client and server are built from the same source, so a success has the type of its route.
  return request('/sessions/import', init, (answer) => answer as BroughtEntry);
}
