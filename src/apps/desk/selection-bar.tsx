import type { SessionEntry } from '../../protocol/http.ts';
import { count } from '../../lib/count.ts';
import { comparePage, mayCompare } from './comparison/chosen-sessions.ts';
import type { SessionActions } from './session-actions.ts';

interface Props {
  /** All that are shown. */
  readonly sessions: readonly SessionEntry[];
  readonly actions: SessionActions;
}

/** Selects all sessions that are shown; compares and deletes the selected ones. */
export function SelectionBar({ sessions, actions }: Props) {
  if (sessions.length === 0) return null;
  const chosen = sessions.filter(({ code }) => actions.selected.has(code));
  const isAll = chosen.length === sessions.length;
  return (
    <div class={`selection-head ${chosen.length > 0 ? 'selection-in-use' : ''}`}>
      <div class="selection-bar">
        <label class="select-all">
          <input
            type="checkbox"
            checked={isAll}
            indeterminate={chosen.length > 0 && !isAll}
            onKeyDown={actions.onDeleteKey}
            onChange={() => actions.select(isAll ? [] : sessions.map(({ code }) => code))}
          />
          Select all shown
        </label>
        {chosen.length > 0 && (
          <>
            {areComparable(chosen) && (
              <a class="button" href={comparePage(chosen.map(({ code }) => code))}>
                Compare {count(chosen.length, 'session')}
              </a>
            )}
            <button
              type="button"
              class="button button-danger"
              aria-haspopup="dialog"
              aria-keyshortcuts="Delete"
              onClick={() => actions.askToDelete(chosen)}
            >
              Delete {count(chosen.length, 'session')}
            </button>
            <span class="caption selection-keys">
              Shift selects a range. The Delete key deletes.
            </span>
          </>
        )}
      </div>
      <div class="caption session-columns" aria-hidden="true">
        {['Began', 'Length', 'People', 'Answers', 'Code'].map((heading) => (
          <span key={heading}>{heading}</span>
        ))}
      </div>
    </div>
  );
}

function areComparable(sessions: readonly SessionEntry[]): boolean {
  return mayCompare(sessions.length) && new Set(sessions.map(({ deck }) => deck)).size === 1;
}
