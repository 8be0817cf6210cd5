import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { listed, type ListName, type ShownLists } from './session-lists.ts';
import { useDeletion, type Deletion, type OnProblem } from './use-deletion.ts';
import { useSelection, type Selection } from './use-selection.ts';

/** The actions on sessions of a list, and its state. */
export interface SessionActions extends Selection, Deletion {
  /** The code of the session whose name is a field; null for none. */
  readonly naming: string | null;
  /** The code of the session that takes the focus, `HEADING`, or null. */
  readonly focused: string | null;
  /** Begins or gives up to name a session. */
  startNaming(code: string): void;
  cancelNaming(): void;
  name(code: string, name: string): Promise<void>;
  reopen(code: string): Promise<void>;
  showMore(list: ListName): Promise<void>;
}

export function useSessionActions(shown: ShownLists, onProblem: OnProblem): SessionActions {
  const [naming, setNaming] = useState<string | null>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const selection = useSelection(listed(shown.lists).map(({ code }) => code));
  const deletion = useDeletion({ shown, selection, onProblem, onFocus: setFocused });
  const endNaming = (code: string | null): void => {
    setNaming(null);
    setFocused(code);
  };
  return {
    ...{ naming, focused, ...selection, ...deletion },
    startNaming(code) {
      setFocused(null);
      setNaming(code);
    },
    cancelNaming: () => endNaming(naming),
    async name(code, name) {
      const named = await api.nameSession(code, name);
      onProblem(named.ok ? null : named.error.message);
      if (!named.ok) return;
      shown.replace(named.value);
      endNaming(code);
    },
    async reopen(code) {
      if (!(await reopen(code, shown, onProblem))) return;
      setFocused(code);
    },
    showMore: async (list) => setFocused(await shown.showMore(list)),
  };
}

/** true where the session goes on. */
async function reopen(code: string, shown: ShownLists, onProblem: OnProblem): Promise<boolean> {
  const reopened = await api.reopen(code);
  onProblem(reopened.ok ? null : reopened.error.message);
  if (reopened.ok) await shown.reload();
  return reopened.ok;
}
