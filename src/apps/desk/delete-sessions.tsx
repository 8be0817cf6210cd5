import { useId, useState } from 'preact/hooks';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';
import type { SessionEntry } from '../../protocol/http.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { count } from './count.ts';
import { longDay } from '../../ui/day-label.ts';
import type { SessionActions } from './session-actions.ts';
import { shownName } from './session-row.tsx';

/** Asks before sessions are deleted, and says how much is lost with them. */
export function DeleteSessions({ actions }: { actions: SessionActions }) {
  const sessions = actions.deleting;
  const helpId = useId();
  const [isDeleting, setDeleting] = useState(false);
  const question = questionFor(sessions);
  return (
    <ModalDialog name={question} class="confirm" onClosed={() => actions.askToDelete([])}>
      <h2>{question}</h2>
      <p id={helpId}>
        <RunningOf sessions={sessions} /> {lossOf(sessions)} Nothing brings them back.
      </p>
      <Named sessions={sessions} />
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Cancel
        </button>
        {sessions.some(isRunning) && (
          <button type="button" class="button" onClick={() => void actions.endAsked()}>
            End without deleting
          </button>
        )}
        <button
          type="button"
          class="button button-final"
          aria-describedby={helpId}
          disabled={isDeleting}
          onClick={() => {
            setDeleting(true);
            void actions.deleteAsked();
          }}
        >
          {sessions.length === 1 ? 'Delete' : `Delete ${sessions.length} sessions`}
        </button>
      </form>
    </ModalDialog>
  );
}

const MOST_NAMED = 5;

/** The names and days of several sessions, as far as there is room. */
function Named({ sessions }: { sessions: readonly SessionEntry[] }) {
  if (sessions.length < 2) return null;
  const more = sessions.length - MOST_NAMED;
  return (
    <ul class="caption">
      {sessions.slice(0, MOST_NAMED).map((session) => (
        <li key={session.code}>
          <OwnText>{shownName(session)}</OwnText>, {longDay(new Date(session.startedAt), false)}
        </li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  );
}

/** A warning where a talk may be going on. */
function RunningOf({ sessions }: { sessions: readonly SessionEntry[] }) {
  const running = sessions.filter(isRunning).length;
  if (running === 0) return null;
  return (
    <b class="problem">
      {sessions.length === 1 ? 'It is running.' : `${running} of them are running.`}
    </b>
  );
}

function isRunning({ endedAt }: SessionEntry): boolean {
  return endedAt === null;
}

function questionFor(sessions: readonly SessionEntry[]): string {
  const [only, ...others] = sessions;
  if (only === undefined || others.length > 0) return `Delete ${sessions.length} sessions?`;
  return `Delete session ${formatCode(only.code)}, “${shownName(only)}”?`;
}

function lossOf(sessions: readonly SessionEntry[]): string {
  const answers = sessions.map((session) => session.answers);
  const known = answers.flatMap((number) => (number === null ? [] : [number]));
  const sum = known.reduce((all, number) => all + number, 0);
  const isAll = known.length === answers.length;
  const them = sessions.length === 1 ? 'it' : 'them';
  const lost = isAll ? count(sum, 'answer') : `${count(sum, 'answer')} and more`;
  const loss =
    isAll && sum === 0
      ? `Nobody has answered in ${them}.`
      : `${lost} will be deleted with ${them}.`;
  return `${loss} Everybody in ${them} is disconnected.`;
}
