import { useState } from 'preact/hooks';
import { count } from '../../../lib/count.ts';
import type { SessionEntry } from '../../../protocol/http.ts';
import { FEWEST_SESSIONS, MOST_SESSIONS } from '../../../results/comparison/compare-sessions.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { formatCode } from '../../../ui/session-path.ts';
import { mayCompare } from './chosen-sessions.ts';
import { momentLabel } from './labels.ts';

interface Props {
  /** The latest first. */
  readonly sessions: readonly SessionEntry[];
  readonly chosen: readonly string[];
  readonly onChoose: (codes: readonly string[]) => void;
}

/** The sessions of a deck, from which those to compare are chosen; folded while some are compared. */
export function SessionChooser({ sessions, chosen, onChoose }: Props) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(chosen));
  const toggle = (code: string, isOn: boolean): void => {
    const others = [...ticked].filter((one) => one !== code);
    setTicked(new Set(isOn ? [...others, code] : others));
  };
  const codes = sessions.map(({ code }) => code).filter((code) => ticked.has(code));
  return (
    <details class="session-chooser" open={!mayCompare(chosen.length)}>
      <summary>Choose sessions</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChoose(codes);
        }}
      >
        <fieldset>
          <legend class="caption">
            {FEWEST_SESSIONS} to {MOST_SESSIONS} sessions of this deck
          </legend>
          {sessions.map((session) => (
            <Choice
              key={session.code}
              session={session}
              isOn={ticked.has(session.code)}
              onToggle={(isOn) => toggle(session.code, isOn)}
            />
          ))}
        </fieldset>
        <button type="submit" class="button button-primary" disabled={!mayCompare(codes.length)}>
          Compare {count(codes.length, 'session')}
        </button>
      </form>
    </details>
  );
}

interface ChoiceProps {
  readonly session: SessionEntry;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Choice({ session, isOn, onToggle }: ChoiceProps) {
  const { code, name, title, startedAt, people, rehearsal } = session;
  const facts = [
    momentLabel(startedAt),
    ...(people === null ? [] : [count(people, 'person', 'people')]),
    ...(rehearsal ? ['Rehearsal'] : []),
    formatCode(code),
  ];
  return (
    <label>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
      />
      <span>
        <OwnText>{name === '' ? title : name}</OwnText>{' '}
        <span class="caption">{facts.join(' · ')}</span>
      </span>
    </label>
  );
}
