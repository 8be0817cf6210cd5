import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { SessionEntry } from '../../protocol/http.ts';
import { count } from '../../lib/count.ts';
import { listed, type ShownLists } from './session-lists.ts';
import type { Selection } from './use-selection.ts';

/** The focus is to be on the heading of all sessions: nothing nearer is left. */
export const HEADING = 'heading';

/** Takes a problem in words; null once nothing is wrong. */
export type OnProblem = (problem: string | null) => void;

/** The question that comes before sessions of a list are deleted, and its answers. */
export interface Deletion {
  /** Those whose deletion is asked about. */
  readonly deleting: readonly SessionEntry[];
  /** Asks first; `[]` takes the question back. */
  askToDelete(sessions: readonly SessionEntry[]): void;
  /** Asks about those that are selected, by a key that is pressed on a checkbox. */
  onDeleteKey(event: KeyboardEvent): void;
  deleteAsked(): Promise<void>;
  /** The result of the latest answer, in words; '' before the first. */
  readonly done: string;
  /** Ends those that run, and keeps all. */
  endAsked(): Promise<void>;
}

interface Props {
  readonly shown: ShownLists;
  readonly selection: Selection;
  readonly onProblem: OnProblem;
  /** Takes the code of the session that is to have the focus, or `HEADING`. */
  readonly onFocus: (focused: string) => void;
}

export function useDeletion({ shown, selection, onProblem, onFocus }: Props): Deletion {
  const [deleting, askToDelete] = useState<readonly SessionEntry[]>([]);
  const [done, setDone] = useState('');
  const all = listed(shown.lists);
  return {
    ...{ deleting, askToDelete, done },
    onDeleteKey({ key }) {
      // The key "delete" of a Mac is Backspace.
      const isDelete = key === 'Delete' || key === 'Backspace';
      if (isDelete) askToDelete(all.filter(({ code }) => selection.selected.has(code)));
    },
    async deleteAsked() {
      const next = behind(all, deleting);
      setDone(`${count(await deleteAll(deleting, shown, onProblem), 'session')} deleted.`);
      askToDelete([]);
      selection.select([]);
      onFocus(next);
    },
    async endAsked() {
      const { ended, problem } = await endAll(deleting);
      setDone(`${count(ended, 'session')} ended.`);
      askToDelete([]);
      await shown.reload();
      onProblem(problem);
      onFocus(deleting[0]?.code ?? HEADING);
    },
  };
}

/** Ends those that run, up to the first that cannot be ended; resolves with their number and the reason, or null. */
async function endAll(
  sessions: readonly SessionEntry[],
): Promise<{ readonly ended: number; readonly problem: string | null }> {
  const running = sessions.filter(({ endedAt }) => endedAt === null);
  for (const [index, { code }] of running.entries()) {
    const ended = await api.endSession(code);
    if (!ended.ok) return { ended: index, problem: ended.error.message };
  }
  return { ended: running.length, problem: null };
}

/** Deletes one after the other, up to the first that cannot be deleted; resolves with their number. */
async function deleteAll(
  sessions: readonly SessionEntry[],
  shown: ShownLists,
  onProblem: OnProblem,
): Promise<number> {
  for (const [index, { code }] of sessions.entries()) {
    const deleted = await api.deleteSession(code);
    onProblem(deleted.ok ? (deleted.value?.message ?? null) : deleted.error.message);
    if (!deleted.ok) return index;
    shown.remove(code);
  }
  return sessions.length;
}

/** The code of the session behind one that is deleted; `HEADING` behind several, and at the end. */
function behind(all: readonly SessionEntry[], deleted: readonly SessionEntry[]): string {
  const [only, ...others] = deleted;
  if (only === undefined || others.length > 0) return HEADING;
  return all[all.findIndex(({ code }) => code === only.code) + 1]?.code ?? HEADING;
}
