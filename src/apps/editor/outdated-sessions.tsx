import { useRef } from 'preact/hooks';
import type { OutdatedSession } from '../../protocol/deck-editing.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import type { DeckModel } from './deck-model.ts';

/** The running sessions with an earlier text, each with a button that shows the saved one in it. */
export function OutdatedSessions({ model }: { model: DeckModel }) {
  const sessions = model.outdated.value;
  const state = useRef<HTMLParagraphElement>(null);
  if (sessions.length === 0 && !model.isInUse.value) return null;
  const use = async (codes: readonly string[]): Promise<void> => {
    // The button that has it goes.
    state.current?.focus();
    await model.useIn(codes);
  };
  const [only, ...others] = sessions;
  return (
    <div class="editor-notice">
      <p ref={state} role="status" tabIndex={-1}>
        {stateLabel(sessions)}
      </p>
      {only !== undefined && others.length === 0 && (
        <UseButton label="Use in the running session" onPress={() => void use([only.code])} />
      )}
      {others.length > 0 && (
        <>
          <UseButton
            label={`Use in all ${sessions.length}`}
            onPress={() => void use(sessions.map(({ code }) => code))}
          />
          <ul class="outdated-sessions">
            {sessions.map((session) => (
              <li key={session.code}>
                <OwnText>{sessionLabel(session)}</OwnText>{' '}
                <UseButton
                  label="Use in this session"
                  name={`Use in this session: ${sessionLabel(session)}`}
                  onPress={() => void use([session.code])}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly name?: string;
  readonly onPress: () => void;
}

function UseButton({ label, name, onPress }: ButtonProps) {
  return (
    <button type="button" class="button button-small" aria-label={name} onClick={onPress}>
      {label}
    </button>
  );
}

function stateLabel(sessions: readonly OutdatedSession[]): string {
  const [only] = sessions;
  if (only === undefined) return 'In use now';
  if (sessions.length > 1)
    return `${sessions.length} sessions of this deck are running. They go on with an earlier text.`;
  return `A session of this deck is running: ${sessionLabel(only)}. It goes on with an earlier text.`;
}

/** "Team Berlin, 482 915", or "Rehearsal, 482 915" where it has no name. */
function sessionLabel({ code, name, title, rehearsal }: OutdatedSession): string {
  const unnamed = rehearsal ? 'Rehearsal' : title;
  return `${name === '' ? unnamed : name}, ${formatCode(code)}`;
}
