import { useEffect } from 'preact/hooks';
import type { DeckModel } from './deck-model.ts';

const BEAT_MS = 5000;

/** Keeps a deck in step with the folder and with this device, and asks before unsaved text is left. */
export function useEditing(model: DeckModel): void {
  useEffect(() => {
    void model.beat();
    const beat = (): void => void model.beat();
    const timer = setInterval(beat, BEAT_MS);
    // One who comes back to the window wants to see the others' changes.
    addEventListener('focus', beat);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', beat);
    };
  }, [model]);
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (model.isUnsaved) event.preventDefault();
    };
    // The next page may take the text over at once.
    const onHide = (): void => {
      model.keep(0);
      model.leave();
    };
    const onShow = (): void => model.keep(Date.now());
    const onKey = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      void model.save();
    };
    addEventListener('beforeunload', onLeave);
    addEventListener('pagehide', onHide);
    addEventListener('pageshow', onShow);
    addEventListener('keydown', onKey);
    return () => {
      removeEventListener('beforeunload', onLeave);
      removeEventListener('pagehide', onHide);
      removeEventListener('pageshow', onShow);
      removeEventListener('keydown', onKey);
    };
  }, [model]);
}
