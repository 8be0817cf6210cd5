import { useState } from 'preact/hooks';
import { api, type SessionPage } from '../../client/api.ts';
import type { DeckEntry } from '../../protocol/http.ts';
import { success } from '../../lib/result.ts';
import { BringDeck } from './bring-deck/bring-deck.tsx';
import { DeckList } from './deck-list.tsx';
import { SessionList } from './session-list.tsx';
import { RequireSignIn } from './require-sign-in.tsx';

interface Desk {
  readonly decks: readonly DeckEntry[];
  readonly sessions: SessionPage;
}

async function loadDesk() {
  const [decks, sessions] = await Promise.all([api.decks(), api.sessions()]);
  if (!decks.ok) return decks;
  if (!sessions.ok) return sessions;
  return success<Desk>({ decks: decks.value, sessions: sessions.value });
}

/** The desk: all decks and sessions. */
export function DeskPage() {
  const [problem, setProblem] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const start = async (deck: string): Promise<void> => {
    // A second click would start a second session.
    if (starting) return;
    setStarting(true);
    const started = await api.start(deck);
    if (started.ok) location.assign(new URL(started.value.consoleUrl).pathname);
    else setProblem(started.error.message);
    setStarting(started.ok);
  };
  return (
    <RequireSignIn load={loadDesk}>
      {({ decks, sessions }) => (
        <main class="desk">
          <h1>Present</h1>
          {sessions.sessions.length === 0 && (
            <p class="caption desk-lead">
              Start a session to present a deck. People join it on their phones, with a code.
            </p>
          )}
          {problem !== null && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
          <BringDeck onTaken={() => location.reload()} />
          <DeckList decks={decks} onStart={(deck) => void start(deck)} />
          <SessionList first={sessions} onProblem={setProblem} />
        </main>
      )}
    </RequireSignIn>
  );
}
