import { useState } from 'preact/hooks';
import { unreachable } from '../../../lib/unreachable.ts';
import { savePage, type PageInfo } from './save-page.ts';

type State =
  | { readonly is: 'idle' | 'saving' | 'failed' }
  | { readonly is: 'saved'; readonly name: string };

interface Props extends PageInfo {
  readonly ended: boolean;
  /** The element to save, once it is drawn. */
  readonly page: { readonly current: HTMLElement | null };
}

/** Buttons that save the take-home page as a file or print it. */
export function SaveActions({ page, title, lang, code, ended }: Props) {
  const [state, setState] = useState<State>({ is: 'idle' });
  const save = async (): Promise<void> => {
    if (page.current === null || state.is === 'saving') return;
    setState({ is: 'saving' });
    const name = await savePage(page.current, { title, lang, code }).catch(() => null);
    setState(name === null ? { is: 'failed' } : { is: 'saved', name });
  };
  return (
    <section class="take-home-save take-home-live" lang="en">
      <h2>Save this page</h2>
      <p>
        This page stays on this phone until the session is deleted. Save or print it to keep{' '}
        {ended ? 'it for good.' : 'what is here now.'}
      </p>
      <div class="take-home-buttons">
        <button type="button" class="button" onClick={() => void save()}>
          Save as file
        </button>
        <button type="button" class="button" onClick={() => print()}>
          Print or save as PDF
        </button>
      </div>
      <p class="take-home-note" role="status">
        {savingLabel(state)}
      </p>
    </section>
  );
}

function savingLabel(state: State): string {
  switch (state.is) {
    case 'idle':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved as ${state.name} in your downloads.`;
    case 'failed':
      return 'The file could not be created. Try again, or print the page.';
    default:
      return unreachable(state);
  }
}
