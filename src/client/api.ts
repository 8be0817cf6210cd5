import { isRecord } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import type {
  DeckEntry,
  DeletionNotice,
  SessionEntry,
  SignInBody,
  StartBody,
} from '../protocol/http.ts';
import type { Results } from '../session/results.ts';
import { readWireError, type WireError } from '../protocol/wire-error.ts';

export type Reply<Value> = Promise<Result<Value, WireError>>;

/** The HTTP requests of presenters and organisers. All but `signIn` need a signed-in browser. */
export const api = {
  signIn: (key: string): Reply<null> => send('POST', '/sign-in', { key } satisfies SignInBody),
  decks: (): Reply<DeckEntry[]> => send('GET', '/decks'),
  sessions: (): Reply<SessionEntry[]> => send('GET', '/sessions'),
  start: (deck: string): Reply<SessionEntry> =>
    send('POST', '/sessions', { deck } satisfies StartBody),
  deleteSession: (code: string): Reply<DeletionNotice | null> =>
    send('DELETE', `/sessions/${encodeURIComponent(code)}`),
  results: (code: string): Reply<Results> => send('GET', `/sessions/${resultsFile(code, 'json')}`),
};

/** The path of a session's results as a file. */
export function resultsPath(code: string, format: 'csv' | 'json'): string {
  return `/api/v1/sessions/${resultsFile(code, format)}`;
}

function resultsFile(code: string, format: string): string {
  return `${encodeURIComponent(code)}/results.${format}`;
}

async function send<Value>(method: string, path: string, body?: unknown): Reply<Value> {
  try {
    const response = await fetch(`/api/v1${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? null : JSON.parse(text);
    // Client and server are built from the same source, so a success has the type of its route.
    return response.ok ? success(answer as Value) : failure(readError(answer));
  } catch {
    return failure({ name: 'offline', message: 'The server does not answer. Try again.' });
  }
}

function readError(answer: unknown): WireError {
  const error = isRecord(answer) ? readWireError(answer['error']) : null;
  return error ?? { name: 'fault', message: 'Something went wrong at the server. Try again.' };
}
