import { useEffect, useState } from 'preact/hooks';
import type { SlidePlace } from '../../deck/deck.ts';
import type { SourceView } from './source-view.ts';

/** Moves the cursor to a place, in another file too. */
export function useGoTo(
  view: { readonly current: SourceView | null },
  shown: string | undefined,
  onShow: (file: string) => void,
  onPane: (pane: 'text') => void,
) {
  const [wanted, setWanted] = useState<SlidePlace | null>(null);
  useEffect(() => {
    if (wanted === null || wanted.file !== shown) return;
    view.current?.goTo(wanted.line);
    setWanted(null);
  }, [wanted, shown]);
  return ({ file, line }: SlidePlace): void => {
    onShow(file);
    onPane('text');
    setWanted({ file, line });
  };
}
