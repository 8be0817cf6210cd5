import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { SessionEntry } from '../../protocol/http.ts';
import { listed, type ListName, type ShownLists } from './session-lists.ts';

/** The focus is to be on the heading of all sessions: nothing nearer is left. */
export const HEADING = 'heading';

/** The actions on sessions of a list, and its state. */
export interface SessionActions {
  /** The code of the session whose name is a field; null for none. */
  readonly naming: string | null;
  /** Those whose deletion is asked about. */
  readonly deleting: readonly SessionEntry[];
  /** The code of the session that takes the focus, `HEADING`, or null. */
  readonly focused: string | null;
  readonly selected: ReadonlySet<string>;
  select(codes: Iterable<string>): void;
  /** Begins or gives up to name a session. */
  startNaming(code: string): void;
  cancelNaming(): void;
  name(code: string, name: string): Promise<void>;
  reopen(code: string): Promise<void>;
  /** Asks first; `[]` takes the question back. */
  askToDelete(sessions: readonly SessionEntry[]): void;
  deleteAsked(): Promise<void>;
  showMore(list: ListName): Promise<void>;
}

/** Takes a problem in words; null once nothing is wrong. */
type OnProblem = (problem: string | null) => void;

export function useSessionActions(shown: ShownLists, onProblem: OnProblem): SessionActions {
  const [naming, setNaming] = useState<string | null>(null);
  const [deleting, askToDelete] = useState<readonly SessionEntry[]>([]);
  const [focused, setFocused] = useState<string | null>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const endNaming = (code: string | null): void => {
    setNaming(null);
    setFocused(code);
  };
  return {
    ...{ naming, deleting, focused, selected, askToDelete },
    select: (codes) => setSelected(new Set(codes)),
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
    async deleteAsked() {
      const next = behind(listed(shown.lists), deleting);
      await deleteAll(deleting, shown, onProblem);
      askToDelete([]);
      setSelected(new Set());
      setFocused(next);
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

/** Deletes one after the other, up to the first that cannot be deleted. */
async function deleteAll(
  sessions: readonly SessionEntry[],
  shown: ShownLists,
  onProblem: OnProblem,
): Promise<void> {
  for (const { code } of sessions) {
    const deleted = await api.deleteSession(code);
    onProblem(deleted.ok ? (deleted.value?.message ?? null) : deleted.error.message);
    if (!deleted.ok) return;
    shown.remove(code);
  }
}

/** The code of the session behind one that is deleted; `HEADING` behind several, and at the end. */
function behind(all: readonly SessionEntry[], deleted: readonly SessionEntry[]): string {
  const [only, ...others] = deleted;
  if (only === undefined || others.length > 0) return HEADING;
  return all[all.findIndex(({ code }) => code === only.code) + 1]?.code ?? HEADING;
}
