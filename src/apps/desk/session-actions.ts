import { useState } from 'preact/hooks';
import { api, type Reply } from '../../client/api.ts';
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
  end(code: string): Promise<void>;
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
    async end(code) {
      if (await changed(api.endSession(code), shown, onProblem)) setFocused(code);
    },
    async reopen(code) {
      if (await changed(api.reopen(code), shown, onProblem)) setFocused(code);
    },
    showMore: async (list) => setFocused(await shown.showMore(list)),
  };
}

/** Lists the sessions anew once one has ended or goes on; resolves with false where that was refused. */
async function changed(
  request: Reply<unknown>,
  shown: ShownLists,
  onProblem: OnProblem,
): Promise<boolean> {
  const reply = await request;
  onProblem(reply.ok ? null : reply.error.message);
  if (reply.ok) await shown.reload();
  return reply.ok;
}
