import { isRecord } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import type { WireError } from '../protocol/messages.ts';
import type { Results } from '../session/results.ts';

/** A deck that can be presented, or whose mistakes must be mended first. */
export interface DeckEntry {
  readonly name: string;
  readonly title: string;
  readonly slides: number;
  readonly questions: number;
  readonly problems: readonly {
    readonly severity: 'error' | 'warning';
    readonly file: string;
    readonly line: number;
    readonly message: string;
  }[];
}

/** A session, with its addresses. Times in ISO 8601. */
export interface SessionEntry {
  readonly code: string;
  readonly title: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly stageUrl: string;
  readonly consoleUrl: string;
  readonly resultsUrl: string;
}

export type Reply<Value> = Promise<Result<Value, WireError>>;

/** What presenters and organisers ask the server for; each needs a browser that has signed in. */
export const api = {
  signIn: (key: string): Reply<null> => send('POST', '/sign-in', { key }),
  decks: (): Reply<DeckEntry[]> => send('GET', '/decks'),
  sessions: (): Reply<SessionEntry[]> => send('GET', '/sessions'),
  start: (deck: string): Reply<SessionEntry> => send('POST', '/sessions', { deck }),
  forget: (code: string): Reply<null> => send('DELETE', `/sessions/${encodeURIComponent(code)}`),
  results: (code: string): Reply<Results> => send('GET', `/sessions/${resultsFile(code, 'json')}`),
};

/** The address of a session's results as a file. */
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
    // Client and server are built from one source: a success has the shape that its route says.
    return response.ok ? success(answer as Value) : failure(readError(answer));
  } catch {
    return failure({ name: 'offline', message: 'The server does not answer. Try again.' });
  }
}

function readError(answer: unknown): WireError {
  const error = isRecord(answer) ? answer['error'] : null;
  if (isRecord(error) && typeof error['message'] === 'string') {
    return { name: String(error['name']), message: error['message'] };
  }
  return { name: 'fault', message: 'Something went wrong at the server. Try again.' };
}
