import { useEffect, useRef } from 'preact/hooks';
import type { SessionEntry } from '../../protocol/http.ts';
import { isReopenable } from '../../session/reopenable.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { count } from './count.ts';
import { dayLabel, lengthLabel, timeLabel } from '../../ui/day-label.ts';
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
        <p class="caption session-facts">
          {endedAt === null && <b class="mark mark-running">Running</b>}
          {rehearsal && <b class="mark">Rehearsal</b>}
          {name !== '' && <OwnText>{title}</OwnText>}
          <Numbers session={session} />
          <span class="session-code ltr">{formatCode(code)}</span>
        </p>
      </div>
      <Actions {...{ session, actions }} />
    </li>
  );
}

function Checkbox({ session, actions }: Props) {
  const { code } = session;
  const { selected } = actions;
  return (
    <label class="session-select">
      <input
        type="checkbox"
        checked={selected.has(code)}
        aria-label={`Select: ${shownName(session)} ${formatCode(code)}`}
        onChange={({ currentTarget: { checked } }) => {
          const others = [...selected].filter((one) => one !== code);
          actions.select(checked ? [...others, code] : others);
        }}
      />
    </label>
  );
}

/** The name of a session as lists show it. */
export function shownName({ name, title }: SessionEntry): string {
  return name === '' ? title : name;
}

/** When it began, how long it was, and how many answered how much. */
function Numbers({ session: { startedAt, endedAt, people, answers } }: { session: SessionEntry }) {
  const start = new Date(startedAt);
  const parts =
    endedAt === null
      ? [`since ${sinceLabel(start, new Date())}`]
      : [timeLabel(start), lengthLabel(start, new Date(endedAt))];
  if (people !== null && answers !== null) {
    const some = `${count(people, 'person', 'people')} with ${count(answers, 'answer')}`;
    parts.push(people === 0 ? 'Nobody answered' : some);
  }
  return parts.map((part) => <span key={part}>{part}</span>);
}

function sinceLabel(start: Date, now: Date): string {
  const day = dayLabel(start, now);
  return day === 'Today' ? timeLabel(start) : `${day}, ${timeLabel(start)}`;
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
