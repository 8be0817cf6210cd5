import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../../client/api.ts';
import type { SessionEntry } from '../../../protocol/http.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { formatCode } from '../../../ui/session-path.ts';
import { shownName } from '../session-row.tsx';

interface Props {
  /** The name of the deck's folder. */
  readonly deck: string;
  readonly onEnded: () => void;
}

/** The running sessions of a deck, each with a button that ends it: as long as they run the deck keeps its folder. */
export function RunningOfDeck({ deck, onEnded }: Props) {
  const [running, setRunning] = useState<readonly SessionEntry[] | null>(null);
  const [problem, setProblem] = useState('');
  const state = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    void api.sessions({ q: '', deck, state: 'running' }).then((found) => {
      if (found.ok && found.value.sessions.length > 0) setRunning(found.value.sessions);
    });
  }, [deck]);
  if (running === null) return null;
  const end = async (sessions: readonly SessionEntry[]): Promise<void> => {
    // The button that has it goes.
    state.current?.focus();
    for (const { code } of sessions) {
      const ended = await api.endSession(code);
      setProblem(ended.ok ? '' : ended.error.message);
      if (!ended.ok) break;
      setRunning((all) => all?.filter((session) => session.code !== code) ?? null);
    }
    onEnded();
  };
  return (
    <div class="running-of-deck">
      <p ref={state} role="status" tabIndex={-1}>
        <EndFirst count={running.length} />
      </p>
      {running.length > 1 && (
        <button type="button" class="button" onClick={() => void end(running)}>
          End all {running.length}
        </button>
      )}
      <ul class="confirm-list">
        {running.map((session) => (
          <li key={session.code}>
            <span>
              <OwnText>{shownName(session)}</OwnText>, {formatCode(session.code)}
            </span>
            <button
              type="button"
              class="button button-small"
              aria-label={`End: ${shownName(session)} ${formatCode(session.code)}`}
              onClick={() => void end([session])}
            >
              End
            </button>
          </li>
        ))}
      </ul>
      <p class="problem" role="alert">
        {problem}
      </p>
    </div>
  );
}

function EndFirst({ count }: { count: number }) {
  if (count === 0) return 'No session of it is running now.';
  return count === 1 ? (
    <>
      <b class="problem">A session of this deck is running.</b> End it first. For 24 hours it can be
      reopened.
    </>
  ) : (
    <>
      <b class="problem">{count} sessions of this deck are running.</b> End them first. For 24 hours
      they can be reopened.
    </>
  );
}
