import { useEffect, useRef, useState } from 'preact/hooks';
import { api, type SessionPage } from '../../client/api.ts';
import type { SessionEntry } from '../../protocol/http.ts';
import { isReopenable } from '../../session/reopenable.ts';
import { Confirm } from '../../presenting/confirm.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  readonly first: SessionPage;
  /** Takes the words of what went wrong; null once nothing is wrong. */
  readonly onProblem: (problem: string | null) => void;
}

/** The sessions, latest first, more of them on demand. */
export function SessionList({ first, onProblem }: Props) {
  const [{ sessions, next }, setPage] = useState(first);
  const [loading, setLoading] = useState(false);
  // The button is where the new ones begin, or gone.
  const [focused, setFocused] = useState<string | null>(null);
  const showMore = async (page: string): Promise<void> => {
    setLoading(true);
    const more = await api.sessions(page);
    setLoading(false);
    onProblem(more.ok ? null : more.error.message);
    if (!more.ok) return;
    setPage({ sessions: [...sessions, ...more.value.sessions], next: more.value.next });
    setFocused(more.value.sessions[0]?.code ?? null);
  };
  const remove = async (code: string): Promise<void> => {
    const deleted = await api.deleteSession(code);
    onProblem(deleted.ok ? (deleted.value?.message ?? null) : deleted.error.message);
    if (!deleted.ok) return;
    setPage((page) => ({ ...page, sessions: page.sessions.filter((one) => one.code !== code) }));
  };
  const reopen = async (code: string): Promise<void> => {
    const reopened = await api.reopen(code);
    onProblem(reopened.ok ? null : reopened.error.message);
    if (!reopened.ok) return;
    const now = reopened.value;
    setPage((page) => ({
      ...page,
      sessions: page.sessions.map((one) => (one.code === code ? now : one)),
    }));
    // Its button is gone.
    setFocused(code);
  };
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <ul class="desk-list">
        {sessions.map((session) => (
          <Session
            key={session.code}
            session={session}
            isFocused={session.code === focused}
            onReopen={() => void reopen(session.code)}
            onDelete={() => void remove(session.code)}
          />
        ))}
      </ul>
      {next !== null && (
        <button
          type="button"
          class="button desk-more"
          disabled={loading}
          onClick={() => void showMore(next)}
        >
          Show more
        </button>
      )}
    </section>
  );
}

interface SessionProps {
  readonly session: SessionEntry;
  readonly isFocused: boolean;
  readonly onReopen: () => void;
  readonly onDelete: () => void;
}

function Session({ session, isFocused, onReopen, onDelete }: SessionProps) {
  const { code, title, startedAt, endedAt } = session;
  const mayReopen = endedAt !== null && isReopenable(Date.parse(endedAt), Date.now());
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return (
    <li>
      <div>
        <h3 tabIndex={-1} ref={heading}>
          <OwnText>{title}</OwnText> <span class="session-code ltr">{formatCode(code)}</span>
        </h3>
        <p class="caption">
          Started {localTime(startedAt)}
          {endedAt === null ? '' : `, ended ${localTime(endedAt)}`}
        </p>
      </div>
      <div class="desk-actions">
        {mayReopen && (
          <button type="button" class="button" onClick={onReopen}>
            Reopen
          </button>
        )}
        {(endedAt === null || mayReopen) && (
          <>
            <a class="button" href={`/s/${code}/console`}>
              Console
            </a>
            <a class="button" href={`/s/${code}/stage`}>
              Stage
            </a>
          </>
        )}
        <a class="button" href={`/s/${code}/results`}>
          Results
        </a>
        <Confirm
          label="Delete"
          isFinal
          question={`Delete session ${formatCode(code)}?`}
          explanation="This permanently deletes all its answers and disconnects everybody in it."
          onConfirm={onDelete}
        />
      </div>
    </li>
  );
}

function localTime(iso: string): string {
  return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
