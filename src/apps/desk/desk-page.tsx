import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { DeckEntry, SessionEntry } from '../../protocol/http.ts';
import { success } from '../../lib/result.ts';
import { BringDeck } from './bring-deck/bring-deck.tsx';
import { NewDeck } from './deck-actions/new-deck.tsx';
import { DeckList } from './deck-list.tsx';
import { SessionList } from './session-list.tsx';
import { queryInAddress } from './query-in-address.ts';
import { everySession, loadLists, type SessionLists } from './session-lists.ts';
import { RequireSignIn } from './require-sign-in.tsx';
import { shownName } from './session-row.tsx';
import { isTour } from './tour.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Desk {
  readonly decks: readonly DeckEntry[];
  /** The sessions that run now, whichever are looked for. */
  readonly running: readonly SessionEntry[];
  readonly sessions: SessionLists;
}

async function loadDesk() {
  const [decks, running, sessions] = await Promise.all([
    api.decks(),
    api.sessions({ ...everySession, state: 'running' }),
    loadLists(queryInAddress()),
  ]);
  if (!decks.ok) return decks;
  if (!running.ok) return running;
  if (!sessions.ok) return sessions;
  const now = running.value.sessions;
  return success<Desk>({ decks: decks.value, running: now, sessions: sessions.value });
}

/** The desk: all decks and sessions. */
export function DeskPage() {
  const [problem, setProblem] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [added, setAdded] = useState('');
  const changed = (name: string, reload: () => void): void => {
    setAdded(name);
    reload();
  };
  const start = async (deck: string, rehearsal: boolean): Promise<void> => {
    // A second click would start a second session.
    if (starting) return;
    setStarting(true);
    const started = await api.start(deck, rehearsal);
    if (started.ok) location.assign(new URL(started.value.consoleUrl).pathname);
    else setProblem(started.error.message);
    setStarting(started.ok);
  };
  return (
    <RequireSignIn load={loadDesk}>
      {({ decks, running, sessions }, reload) => (
        <main class="desk">
          <p class="desk-brand">Plenary</p>
          <h1>Present</h1>
          <RunningNow running={running} />
          {decks.every(({ lastGiven }) => lastGiven === null) && <Lead decks={decks} />}
          {problem !== null && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
          <DeckList
            decks={decks}
            onStart={(deck, rehearsal) => void start(deck, rehearsal)}
            onChanged={(name) => changed(name, reload)}
            added={added}
          >
            <NewDeck />
            <BringDeck onTaken={(name) => changed(name, reload)} />
          </DeckList>
          <SessionList first={sessions} decks={decks} onProblem={setProblem} />
        </main>
      )}
    </RequireSignIn>
  );
}

/** A link to the sessions that run, which are listed below all decks; to a talk rather than to a rehearsal. */
function RunningNow({ running }: { running: readonly SessionEntry[] }) {
  const first = running.find(({ rehearsal }) => !rehearsal) ?? running[0];
  const others = running.length - 1;
  if (first === undefined) return null;
  return (
    <p class="desk-running">
      <b class="mark mark-running">Running</b>{' '}
      <a href={`/s/${first.code}/console`}>
        <OwnText>{shownName(first)}</OwnText>
      </a>
      {others > 0 && <a href="#sessions">and {others} more</a>}
    </p>
  );
}

/** The help for somebody who has no session yet. */
function Lead({ decks }: Pick<Desk, 'decks'>) {
  const tour = decks.find(isTour);
  return (
    <p class="caption desk-lead">
      {tour !== undefined && (
        <>
          Begin with “<OwnText>{tour.title}</OwnText>”.{' '}
        </>
      )}
      Start a session to present a deck: people join it on their phones, with a code. Rehearse to
      try a deck by yourself: that counts nowhere.
    </p>
  );
}
