import { useId, useState } from 'preact/hooks';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';
import type { SessionEntry } from '../../protocol/http.ts';
import { clockTime } from '../../ui/clock-time.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { count } from '../../lib/count.ts';
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

/** All of several sessions: those that run first, then those with most answers. */
function Named({ sessions }: { sessions: readonly SessionEntry[] }) {
  if (sessions.length < 2) return null;
  const sorted = sessions.toSorted(
    (one, other) =>
      Number(isRunning(other)) - Number(isRunning(one)) ||
      (other.answers ?? 0) - (one.answers ?? 0),
  );
  return (
    <ul
      class="caption confirm-list"
      // A list that scrolls is scrolled by keys as well.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Sessions to delete"
    >
      {sorted.map((session) => (
        <li key={session.code}>
          {isRunning(session) && <b class="problem">Running: </b>}
          <OwnText>{shownName(session)}</OwnText>, {factsOf(session)}
        </li>
      ))}
    </ul>
  );
}

function factsOf({ code, startedAt, answers }: SessionEntry): string {
  const start = new Date(startedAt);
  const given = answers === null ? [] : [count(answers, 'answer')];
  return [longDay(start, false), clockTime(start), ...given, formatCode(code)].join(', ');
}

/** A warning where a talk may be going on. */
function RunningOf({ sessions }: { sessions: readonly SessionEntry[] }) {
  const running = sessions.filter(isRunning).length;
  if (running === 0) return null;
  return <b class="problem">{runningLabel(running, sessions.length)}</b>;
}

function runningLabel(running: number, all: number): string {
  if (all === 1) return 'It is running.';
  return running === 1 ? 'One of them is running.' : `${running} of them are running.`;
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
