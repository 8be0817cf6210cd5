import { useEffect, useRef, useState } from 'preact/hooks';
import type { SessionQuery } from '../../client/api.ts';
import type { DeckEntry, SessionEntry } from '../../protocol/http.ts';
import { count } from '../../lib/count.ts';
import { dayLabel } from '../../ui/day-label.ts';
import { BringSession } from './bring-session/bring-session.tsx';
import { DeleteSessions } from './delete-sessions.tsx';
import { FindSessions } from './find-sessions.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useSessionActions, type SessionActions } from './session-actions.ts';
import { HEADING } from './use-deletion.ts';
import { putInAddress, queryInAddress } from './query-in-address.ts';
import {
  listed,
  useSessionLists,
  type ListName,
  type SessionLists,
  type ShownLists,
} from './session-lists.ts';
import { SessionRow } from './session-row.tsx';

interface Props {
  readonly first: SessionLists;
  readonly decks: readonly DeckEntry[];
  /** Takes a problem in words; null once nothing is wrong. */
  readonly onProblem: (problem: string | null) => void;
}

/** The sessions: those that run, and the others by day, latest first, more of them on demand. */
export function SessionList({ first, decks, onProblem }: Props) {
  const [query, setQuery] = useState(queryInAddress);
  const find = (wanted: SessionQuery): void => {
    setQuery(wanted);
    putInAddress(wanted);
  };
  const shown = useSessionLists(first, query, onProblem);
  const actions = useSessionActions(shown, onProblem);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (actions.focused === HEADING) heading.current?.focus();
  }, [actions.focused]);
  useReturn(shown.reload);
  const sessions = listed(shown.lists);
  const hadSome = useRef(false);
  hadSome.current ||= sessions.length > 0 || query.q + query.deck !== '' || query.state !== 'all';
  return (
    <section aria-labelledby="sessions" class="desk-sessions">
      <div class="desk-section-head">
        <h2 id="sessions" tabIndex={-1} ref={heading}>
          Sessions
        </h2>
        <div class="desk-actions">
          <BringSession onBrought={() => void shown.reload()} />
        </div>
      </div>
      {hadSome.current ? (
        <Found {...{ query, decks, find, shown, actions }} />
      ) : (
        <p>No session yet.</p>
      )}
      {actions.deleting.length > 0 && <DeleteSessions actions={actions} />}
    </section>
  );
}

interface FoundProps {
  readonly query: SessionQuery;
  readonly decks: readonly DeckEntry[];
  readonly find: (wanted: SessionQuery) => void;
  readonly shown: ShownLists;
  readonly actions: SessionActions;
}

/** The fields that find sessions, and those that they find. */
function Found({ query, decks, find, shown, actions }: FoundProps) {
  const { running, past } = shown.lists;
  const sessions = listed(shown.lists);
  return (
    <>
      <FindSessions {...{ query, decks }} onQuery={find} />
      <p role="status" class="caption">
        {actions.done} {foundLabel(shown.lists)}
      </p>
      <SelectionBar {...{ sessions, actions }} />
      <Group title="Running" sessions={running?.sessions ?? []} actions={actions} />
      <More lists={shown.lists} list="running" actions={actions} />
      {byDay(past?.sessions ?? []).map(([day, ofDay]) => (
        <Group key={day} title={day} sessions={ofDay} actions={actions} />
      ))}
      <More lists={shown.lists} list="past" actions={actions} />
    </>
  );
}

/** Calls when the browser shows the page again as it was left: sessions have come or changed meanwhile. */
function useReturn(onReturn: () => Promise<void>): void {
  const latest = useRef(onReturn);
  latest.current = onReturn;
  useEffect(() => {
    const show = ({ persisted }: PageTransitionEvent): void => {
      if (persisted) void latest.current();
    };
    addEventListener('pageshow', show);
    return () => removeEventListener('pageshow', show);
  }, []);
}

interface GroupProps {
  readonly title: string;
  readonly sessions: readonly SessionEntry[];
  readonly actions: SessionActions;
}

function Group({ title, sessions, actions }: GroupProps) {
  if (sessions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="session-rows">
        {sessions.map((session) => (
          <SessionRow key={session.code} session={session} actions={actions} />
        ))}
      </ul>
    </>
  );
}

interface MoreProps {
  readonly lists: SessionLists;
  readonly list: ListName;
  readonly actions: SessionActions;
}

function More({ lists, list, actions }: MoreProps) {
  const [isLoading, setLoading] = useState(false);
  if (lists[list]?.next == null) return null;
  const show = async (): Promise<void> => {
    setLoading(true);
    await actions.showMore(list);
    setLoading(false);
  };
  return (
    <button
      type="button"
      class="button desk-more"
      disabled={isLoading}
      aria-label={list === 'running' ? 'Show more running sessions' : 'Show more sessions'}
      onClick={() => void show()}
    >
      Show more
    </button>
  );
}

/** The sessions of each day, in their order. */
function byDay(sessions: readonly SessionEntry[]): [string, SessionEntry[]][] {
  const days = new Map<string, SessionEntry[]>();
  for (const session of sessions) {
    const day = dayLabel(new Date(session.startedAt), new Date());
    days.set(day, [...(days.get(day) ?? []), session]);
  }
  return [...days];
}

function foundLabel(lists: SessionLists): string {
  const found = listed(lists).length;
  if (found === 0) return 'No session is like that.';
  const isAll = lists.running?.next == null && lists.past?.next == null;
  return isAll ? count(found, 'session') : `The latest ${count(found, 'session')}`;
}
