import type { SessionEntry } from '../../protocol/http.ts';
import { count } from './count.ts';
import type { SessionActions } from './session-actions.ts';

interface Props {
  /** All that are shown. */
  readonly sessions: readonly SessionEntry[];
  readonly actions: SessionActions;
}

/** Selects all sessions that are shown, and deletes the selected ones. */
export function SelectionBar({ sessions, actions }: Props) {
  if (sessions.length === 0) return null;
  const chosen = sessions.filter(({ code }) => actions.selected.has(code));
  const isAll = chosen.length === sessions.length;
  return (
    <div class={`selection-bar ${chosen.length > 0 ? 'selection-bar-in-use' : ''}`}>
      <label class="select-all">
        <input
          type="checkbox"
          checked={isAll}
          indeterminate={chosen.length > 0 && !isAll}
          onChange={() => actions.select(isAll ? [] : sessions.map(({ code }) => code))}
        />
        Select all shown
      </label>
      {chosen.length > 0 && (
        <button
          type="button"
          class="button button-danger"
          aria-haspopup="dialog"
          onClick={() => actions.askToDelete(chosen)}
        >
          Delete {count(chosen.length, 'session')}
        </button>
      )}
    </div>
  );
}
