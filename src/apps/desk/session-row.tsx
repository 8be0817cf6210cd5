import { useEffect, useRef } from 'preact/hooks';
import type { SessionEntry } from '../../protocol/http.ts';
import { isReopenable } from '../../session/reopenable.ts';
import { clockTime } from '../../ui/clock-time.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { dayInSentence, lengthLabel } from '../../ui/day-label.ts';
import { KeptUntil } from './kept-until.tsx';
import { MoreMenu } from './more-menu.tsx';
import type { SessionActions } from './session-actions.ts';
import { SessionNameForm } from './session-name-form.tsx';

interface Props {
  readonly session: SessionEntry;
  readonly actions: SessionActions;
}

/** A session in the list: its name, its numbers and its actions. */
export function SessionRow({ session, actions }: Props) {
  const { code, title, name, endedAt, rehearsal } = session;
  const isNaming = actions.naming === code;
  const isFocused = actions.focused === code && !isNaming;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFocused) heading.current?.focus();
  }, [isFocused]);
  return (
    <li class="session-row">
      <Checkbox {...{ session, actions }} />
      <div class="session-text">
        {isNaming ? (
          <SessionNameForm
            {...{ name, title }}
            onSave={(given) => void actions.name(code, given)}
            onCancel={actions.cancelNaming}
          />
        ) : (
          <h4 tabIndex={-1} ref={heading}>
            <OwnText>{shownName(session)}</OwnText>
          </h4>
        )}
        <p class="caption session-marks">
          {endedAt === null && <b class="mark mark-running">Running</b>}
          {rehearsal && <b class="mark">Rehearsal</b>}
          {name !== '' && <OwnText>{title}</OwnText>}
          <KeptUntil session={session} />
        </p>
      </div>
      <Facts session={session} />
      <Actions {...{ session, actions }} />
    </li>
  );
}

function Checkbox({ session, actions }: Props) {
  const { code } = session;
  return (
    <label class="session-select">
      <input
        type="checkbox"
        checked={actions.selected.has(code)}
        aria-label={`Select: ${shownName(session)} ${formatCode(code)}`}
        onKeyDown={actions.onDeleteKey}
        onClick={({ shiftKey }) => actions.toggle(code, shiftKey)}
      />
    </label>
  );
}

/** The name of a session as lists show it. */
export function shownName({ name, title }: SessionEntry): string {
  return name === '' ? title : name;
}

/** Its beginning, length, people, answers and code. */
function Facts({ session }: { session: SessionEntry }) {
  const { code, startedAt, endedAt, people, answers } = session;
  const start = new Date(startedAt);
  return (
    <p class="caption session-facts">
      <span>
        {endedAt === null && <span class="session-unit">since </span>}
        {endedAt === null ? sinceLabel(start, new Date()) : clockTime(start)}
      </span>
      <span>{endedAt !== null && lengthLabel(start, new Date(endedAt))}</span>
      <Number number={people} one="person" many="people" />
      <Number number={answers} one="answer" many="answers" />
      <span class="session-code ltr">{formatCode(code)}</span>
    </p>
  );
}

interface NumberProps {
  readonly number: number | null;
  readonly one: string;
  readonly many: string;
}

/** A number and its unit, which is heard alone where the column has it as its heading; empty where it is not known. */
function Number({ number, one, many }: NumberProps) {
  return (
    <span class="session-number">
      {number !== null && (
        <>
          {number} <span class="session-unit">{number === 1 ? one : many}</span>
        </>
      )}
    </span>
  );
}

function sinceLabel(start: Date, now: Date): string {
  const day = dayInSentence(start, now);
  return day === 'today' ? clockTime(start) : `${day}, ${clockTime(start)}`;
}

function Actions({ session, actions }: Props) {
  const { code, endedAt, name } = session;
  const mayReopen = endedAt !== null && isReopenable(Date.parse(endedAt), Date.now());
  const shown = `${shownName(session)} ${formatCode(code)}`;
  return (
    <div class="desk-actions">
      {endedAt === null && (
        <a
          class="button button-primary"
          href={`/s/${code}/console`}
          aria-label={`Console: ${shown}`}
        >
          Console
        </a>
      )}
      <a class="button" href={`/s/${code}/results`} aria-label={`Results: ${shown}`}>
        Results
      </a>
      <MoreMenu name={`More: ${shown}`}>
        {mayReopen && (
          <a class="button" href={`/s/${code}/console`}>
            Console
          </a>
        )}
        {(endedAt === null || mayReopen) && (
          <a class="button" href={`/s/${code}/stage`}>
            Stage
          </a>
        )}
        <button type="button" class="button" onClick={() => actions.startNaming(code)}>
          {name === '' ? 'Name this session' : 'Rename'}
        </button>
        {endedAt === null && (
          <button type="button" class="button" onClick={() => void actions.end(code)}>
            End
          </button>
        )}
        {mayReopen && (
          <button type="button" class="button" onClick={() => void actions.reopen(code)}>
            Reopen
          </button>
        )}
        <button
          type="button"
          class="button button-danger"
          aria-haspopup="dialog"
          onClick={() => actions.askToDelete([session])}
        >
          Delete
        </button>
      </MoreMenu>
    </div>
  );
}
