import { isRecord } from '../lib/json.ts';
import type { ListedState } from '../lib/listed-states.ts';
import { failure, success, type Result } from '../lib/result.ts';
import type { SavedDeckState } from '../protocol/deck-editing.ts';
import type {
  DeckEntry,
  DeletionNotice,
  NameBody,
  SessionEntry,
  SignInBody,
  StartBody,
} from '../protocol/http.ts';
import type { SessionComparison } from '../results/comparison/compare-sessions.ts';
import type { CrossChoices, CrossTable } from '../results/cross-table.ts';
import type { Report } from '../results/report-of.ts';
import type { Replay } from '../results/replay/moment.ts';
import { readReplay } from '../results/replay/read-replay.ts';
import type { SessionTallies } from '../results/session-tallies.ts';
import { readWireError, type WireError } from '../protocol/wire-error.ts';

export type Reply<Value> = Promise<Result<Value, WireError>>;

/** A part of the list of sessions; `next` leads to the one after it, and is null on the last one. */
export interface SessionPage {
  readonly sessions: readonly SessionEntry[];
  readonly next: string | null;
}

/** Words, a deck and a state that sessions must have; '' for any. */
export interface SessionQuery {
  readonly q: string;
  readonly deck: string;
  readonly state: ListedState;
}

/** The HTTP requests of presenters and organisers. All but `signIn` need a signed-in browser. */
export const api = {
  signIn: (key: string): Reply<null> => send('POST', '/sign-in', { key } satisfies SignInBody),
  decks: (): Reply<DeckEntry[]> => send('GET', '/decks'),
  /** The latest sessions that fit; `next` of a page leads to the earlier ones. */
  sessions: (wanted: SessionQuery): Reply<SessionPage> =>
    api.sessionsAt(`/sessions?${new URLSearchParams({ ...wanted, offset: minutesFromUtc() })}`),
  sessionsAt: (page: string): Reply<SessionPage> => send('GET', page, undefined, readPage),
  start: (deck: string, rehearsal: boolean): Reply<SessionEntry> =>
    send('POST', '/sessions', { deck, rehearsal } satisfies StartBody),
  /** An empty name takes the session's name back. */
  nameSession: (code: string, name: string): Reply<SessionEntry> =>
    send('POST', `/sessions/${encodeURIComponent(code)}/name`, { name } satisfies NameBody),
  session: (code: string): Reply<SessionEntry> =>
    send('GET', `/sessions/${encodeURIComponent(code)}`),
  endSession: (code: string): Reply<SessionEntry> =>
    send('POST', `/sessions/${encodeURIComponent(code)}/end`),
  reopen: (code: string): Reply<SessionEntry> =>
    send('POST', `/sessions/${encodeURIComponent(code)}/reopen`),
  /** Writes a question that was asked on the spot into the session's deck. */
  saveAsked: (code: string, id: string): Reply<object> =>
    send('POST', `/sessions/${encodeURIComponent(code)}/asked/${encodeURIComponent(id)}/save`),
  /** Compares a session with the saved version of its deck. */
  savedDeck: (code: string): Reply<SavedDeckState> =>
    send('GET', `/sessions/${encodeURIComponent(code)}/saved-deck`),
  /** Shows the saved version of its deck in a session. */
  useSavedDeck: (code: string): Reply<SessionEntry> =>
    send('POST', `/sessions/${encodeURIComponent(code)}/saved-deck`),
  deleteSession: (code: string): Reply<DeletionNotice | null> =>
    send('DELETE', `/sessions/${encodeURIComponent(code)}`),
  tallies: (code: string): Reply<SessionTallies> =>
    send('GET', `/sessions/${encodeURIComponent(code)}/tallies.json`),
  /** The results as far as the room could have read them. */
  report: (code: string): Reply<Report> =>
    send('GET', `/sessions/${encodeURIComponent(code)}/report.json`),
  crossChoices: (code: string): Reply<CrossChoices> =>
    send('GET', `/sessions/${encodeURIComponent(code)}/cross-questions.json`),
  cross: (code: string, rows: string, columns: string): Reply<CrossTable> =>
    send('GET', crossPath(code, rows, columns, 'json').slice('/api/v1'.length)),
  compare: (codes: readonly string[]): Reply<SessionComparison> =>
    send('GET', comparisonPath(codes, 'json').slice('/api/v1'.length)),
  replay: async (code: string): Reply<Replay> => {
    const path = `/sessions/${encodeURIComponent(code)}/replay.ndjson`;
    const read = await requestText(path, { method: 'GET' }, readReplay);
    if (!read.ok) return read;
    return read.value === null ? failure(cutOff) : success(read.value);
  },
};

const cutOff: WireError = {
  name: 'offline',
  message: 'The connection ended before all of the replay had arrived. Try again.',
};

/** The path of a comparison of sessions, as a file. */
export function comparisonPath(codes: readonly string[], format: 'csv' | 'json'): string {
  return `/api/v1/compare.${format}?sessions=${codes.join(',')}`;
}

/** The path of two questions crossed, as a file. */
export function crossPath(
  code: string,
  rows: string,
  columns: string,
  format: 'csv' | 'json',
): string {
  const query = new URLSearchParams({ rows, columns }).toString();
  return `/api/v1/sessions/${encodeURIComponent(code)}/cross.${format}?${query}`;
}

/** The results of a session as files; `?for=excel` makes those for languages with decimal commas. */
export type ResultsFile =
  | 'results.xlsx'
  | `${'results' | 'wide' | 'codebook'}.csv`
  | 'results.json';

/** The path of a session's results as a file. */
export function resultsPath(code: string, file: ResultsFile): string {
  return `/api/v1/sessions/${encodeURIComponent(code)}/${file}`;
}

/** Days are those of this device. */
function minutesFromUtc(): string {
  return String(-new Date().getTimezoneOffset());
}

function readPage(answer: unknown, { headers }: Response): SessionPage {
  const next = /^<\/api\/v1(\S+)>; rel="next"$/.exec(headers.get('Link') ?? '')?.[1] ?? null;
  return { sessions: answer as SessionEntry[], next };
}

/** Sends a request with JSON as its body, or with none. */
export function send<Value>(
  method: string,
  path: string,
  body?: unknown,
  // Client and server are built from the same source, so a success has the type of its route.
  read: (answer: unknown, response: Response) => Value = (answer) => answer as Value,
): Reply<Value> {
  return request(path, { method, ...bodyOf(body) }, read);
}

/** Sends a request as it is, and reads its answer. */
export function request<Value>(
  path: string,
  init: RequestInit,
  read: (answer: unknown, response: Response) => Value,
): Reply<Value> {
  return requestText(path, init, (text, response) => read(parsed(text), response));
}

/** The same for an answer that is no JSON as a whole. */
async function requestText<Value>(
  path: string,
  init: RequestInit,
  read: (text: string, response: Response) => Value,
): Reply<Value> {
  try {
    const response = await fetch(`/api/v1${path}`, init);
    const text = await response.text();
    return response.ok ? success(read(text, response)) : failure(readError(parsed(text)));
  } catch {
    return failure({ name: 'offline', message: 'The server does not answer. Try again.' });
  }
}

function parsed(text: string): unknown {
  return text === '' ? null : JSON.parse(text);
}

function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
}

function readError(answer: unknown): WireError {
  const error = isRecord(answer) ? readWireError(answer['error']) : null;
  return error ?? { name: 'fault', message: 'Something went wrong at the server. Try again.' };
}
