import { useEffect, useId, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { SavedDeckState } from '../../protocol/deck-editing.ts';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly code: string;
  /** The menu around it: each time it opens, the deck is compared anew. */
  readonly menu: { readonly current: HTMLElement | null };
  readonly report: ReportProblem;
}

/** A button that shows the deck as it is saved now; nothing while the session shows it already. */
export function UseSavedDeck({ code, menu, report }: Props) {
  const helpId = useId();
  const [saved, setSaved] = useState<SavedDeckState['saved']>('shown');
  useEffect(() => {
    const element = menu.current;
    const onToggle = (event: Event): void => {
      if (!(event instanceof ToggleEvent) || event.newState !== 'open') return;
      void api.savedDeck(code).then((state) => setSaved(state.ok ? state.value.saved : 'shown'));
    };
    element?.addEventListener('toggle', onToggle);
    return () => element?.removeEventListener('toggle', onToggle);
  }, [code]);
  const use = async (): Promise<void> => {
    const used = await api.useSavedDeck(code);
    report(used.ok ? null : used.error);
  };
  if (saved === 'with-mistakes') {
    return (
      <p class="menu-help" role="status">
        The deck was edited and has mistakes. This session goes on with it as it was.
      </p>
    );
  }
  if (saved !== 'changed') return null;
  return (
    <>
      <button type="button" class="button" aria-describedby={helpId} onClick={() => void use()}>
        Use the saved deck
      </button>
      <p id={helpId} class="menu-help">
        The deck was edited. This session goes on with it as it was.
      </p>
    </>
  );
}
