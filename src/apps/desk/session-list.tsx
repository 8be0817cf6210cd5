import type { SessionEntry } from '../../protocol/http.ts';
import { Confirm } from '../../presenting/confirm.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  readonly sessions: readonly SessionEntry[];
  readonly onDelete: (code: string) => void;
}

/** All sessions, latest first. */
export function SessionList({ sessions, onDelete }: Props) {
  if (sessions.length === 0) return null;
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">Sessions</h2>
      <ul class="desk-list">
        {sessions.map((session) => (
          <li key={session.code}>
            <div>
              <h3>
                <OwnText>{session.title}</OwnText>{' '}
                <span class="session-code ltr">{formatCode(session.code)}</span>
              </h3>
              <p class="caption">
                Started {localTime(session.startedAt)}
                {session.endedAt === null ? '' : `, ended ${localTime(session.endedAt)}`}
              </p>
            </div>
            <div class="desk-actions">
              {session.endedAt === null && (
                <>
                  <a class="button" href={`/s/${session.code}/console`}>
                    Console
                  </a>
                  <a class="button" href={`/s/${session.code}/stage`}>
                    Stage
                  </a>
                </>
              )}
              <a class="button" href={`/s/${session.code}/results`}>
                Results
              </a>
              <Confirm
                label="Delete"
                question={`Delete session ${formatCode(session.code)}?`}
                explanation="This permanently deletes all its answers and disconnects everybody in it."
                onConfirm={() => onDelete(session.code)}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function localTime(iso: string): string {
  return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
