import { useEffect, useRef } from 'preact/hooks';
import type { DeckProblem } from '../../deck/deck.ts';
import type { EditedFile } from './edited-file.ts';
import { withPlainLines } from './edited-file.ts';
import { SourceView, type SourceEvents } from './source-view.ts';

interface Props {
  readonly edited: EditedFile;
  readonly problems: readonly DeckProblem[];
  readonly events: SourceEvents;
  readonly isReadOnly: boolean;
  /** Takes the view once it is there, for what moves its cursor and writes into it. */
  readonly onReady: (view: SourceView) => void;
}

/** The text of one file, with a mark beside each line that has a problem. */
export function SourcePane({ edited, problems, events, isReadOnly, onReady }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<SourceView | null>(null);
  const { file, text, theirs } = edited;
  useEffect(() => {
    if (place.current === null) return;
    const made = new SourceView(place.current, events, isReadOnly);
    view.current = made;
    onReady(made);
    return () => made.destroy();
  }, []);
  useEffect(() => view.current?.show(file, text), [file, text]);
  useEffect(() => view.current?.showProblems(problems), [file, problems]);
  const other = theirs === null ? null : withPlainLines(theirs.text);
  useEffect(() => view.current?.compareWith(other), [file, other]);
  return <div class="source" ref={place} />;
}
