import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type Reply, type SessionPage, type SessionQuery } from '../../client/api.ts';
import { success } from '../../lib/result.ts';
import type { SessionEntry } from '../../protocol/http.ts';

/** The lists of sessions that fit a query; null for one that it leaves out. */
export interface SessionLists {
  readonly running: SessionPage | null;
  /** Those that have ended, or all rehearsals. */
  readonly past: SessionPage | null;
}

export type ListName = keyof SessionLists;

export const everySession: SessionQuery = { q: '', deck: '', state: 'all' };

/** While somebody types, one request for each pause is enough. */
const TYPING_MS = 250;

/** Loads the first page of each list: running sessions stand before all others, however old. */
export async function loadLists(query: SessionQuery): Reply<SessionLists> {
  if (query.state !== 'all') {
    const page = await api.sessions(query);
    if (!page.ok) return page;
    const isRunning = query.state === 'running';
    return success(
      isRunning ? { running: page.value, past: null } : { running: null, past: page.value },
    );
  }
  const [running, past] = await Promise.all([
    api.sessions({ ...query, state: 'running' }),
    api.sessions({ ...query, state: 'ended' }),
  ]);
  if (!running.ok) return running;
  return past.ok ? success({ running: running.value, past: past.value }) : past;
}

/** All sessions that are listed, in the order of the page. */
export function listed({ running, past }: SessionLists): SessionEntry[] {
  return [...(running?.sessions ?? []), ...(past?.sessions ?? [])];
}

/** The lists for a query, and their changes. */
export interface ShownLists {
  readonly lists: SessionLists;
  /** Adds the next page to a list; resolves with the code of the first that is new. */
  showMore(list: ListName): Promise<string | null>;
  reload(): Promise<void>;
  replace(session: SessionEntry): void;
  remove(code: string): void;
}

/**
 * Keeps the lists for a query that changes, from `first` on. An answer to an earlier query changes nothing. `onProblem`
 * takes a problem in words; null once nothing is wrong.
 */
export function useSessionLists(
  first: SessionLists,
  query: SessionQuery,
  onProblem: (problem: string | null) => void,
): ShownLists {
  const [lists, setLists] = useState(first);
  const latest = useRef(query);
  useEffect(() => setLists(first), [first]);
  const load = async (wanted: SessionQuery): Promise<void> => {
    const loaded = await loadLists(wanted);
    if (latest.current !== wanted) return;
    onProblem(loaded.ok ? null : loaded.error.message);
    if (loaded.ok) setLists(loaded.value);
  };
  useEffect(() => {
    if (latest.current === query) return undefined;
    latest.current = query;
    const timer = setTimeout(() => void load(query), TYPING_MS);
    return () => clearTimeout(timer);
  }, [query]);
  return {
    lists,
    async showMore(list) {
      const next = lists[list]?.next ?? null;
      if (next === null) return null;
      const more = await api.sessionsAt(next);
      onProblem(more.ok ? null : more.error.message);
      if (!more.ok || latest.current !== query) return null;
      setLists((now) => ({ ...now, [list]: joined(now[list], more.value) }));
      return more.value.sessions[0]?.code ?? null;
    },
    reload: () => load(latest.current),
    replace: (session) =>
      setLists(each((all) => all.map((one) => (one.code === session.code ? session : one)))),
    remove: (code) => setLists(each((all) => all.filter((one) => one.code !== code))),
  };
}

function joined(before: SessionPage | null, { sessions, next }: SessionPage): SessionPage {
  return { sessions: [...(before?.sessions ?? []), ...sessions], next };
}

/** A change of both lists. */
function each(
  edit: (sessions: readonly SessionEntry[]) => SessionEntry[],
): (lists: SessionLists) => SessionLists {
  return ({ running, past }) => ({
    running: running && { ...running, sessions: edit(running.sessions) },
    past: past && { ...past, sessions: edit(past.sessions) },
  });
}
