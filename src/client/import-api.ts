import { backoffDelay } from '../lib/backoff-delay.ts';
import { success } from '../lib/result.ts';
import type {
  ImportBody,
  ImportEntry,
  ImportReport,
  MediaBody,
  TakeBody,
  TakenDeck,
} from '../protocol/imports.ts';
import { request, send, type Reply } from './api.ts';

/** Bytes of one request: on a slow network they arrive before the server gives the request up. */
const PART_BYTES = 256_000;

const MOST_ATTEMPTS = 6;
const LONGEST_WAIT_MS = 8_000;

/** The requests that bring a deck. */
export const importApi = {
  /** Begins to bring a file or folder of this name. */
  begin: (name: string): Reply<ImportEntry> =>
    send('POST', '/imports', { name } satisfies ImportBody),
  /** Brings a file of a folder; `onSent` is told the bytes of each part. */
  sendFile: (id: string, path: string, data: Blob, sending: Sending): Reply<null> =>
    sendInParts(
      `/imports/${id}/files/${path.split('/').map(encodeURIComponent).join('/')}`,
      data,
      sending,
    ),
  sendZip: (id: string, data: Blob, sending: Sending): Reply<null> =>
    sendInParts(`/imports/${id}/zip`, data, sending),
  /** Puts a brought file into a deck; resolves with the path that it got. */
  addToDeck: (id: string, body: MediaBody): Reply<{ readonly path: string }> =>
    send('POST', `/imports/${id}/media`, body),
  report: (id: string): Reply<ImportReport> => send('GET', `/imports/${id}`),
  take: (id: string, name: string): Reply<TakenDeck> =>
    send('POST', `/imports/${id}/take`, { name } satisfies TakeBody),
  drop: (id: string): Reply<null> => send('DELETE', `/imports/${id}`),
};

export interface Sending {
  readonly signal: AbortSignal;
  /** Takes the bytes of each part that has arrived. */
  readonly onSent: (bytes: number) => void;
}

async function sendInParts(path: string, data: Blob, { signal, onSent }: Sending): Reply<null> {
  let from = 0;
  do {
    const part = data.slice(from, from + PART_BYTES);
    const sent = await sendPart(`${path}?from=${from}&of=${data.size}`, part, signal);
    if (!sent.ok) return sent;
    from += part.size;
    onSent(part.size);
  } while (from < data.size);
  return success(null);
}

/** Sends a part, and again where it does not arrive: the server writes the same anew. */
async function sendPart(path: string, body: Blob, signal: AbortSignal): Reply<null> {
  for (let failures = 0; ; failures += 1) {
    const sent = await request(path, { method: 'PUT', body, signal }, () => null);
    const isLast = failures + 1 >= MOST_ATTEMPTS || signal.aborted;
    if (sent.ok || sent.error.name !== 'offline' || isLast) return sent;
    await new Promise((done) => {
      setTimeout(done, backoffDelay(failures, LONGEST_WAIT_MS, Math.random()));
    });
  }
}
