import { useEffect, useRef } from 'preact/hooks';
import type { DeckModel } from './deck-model.ts';
import { withPlainLines, type EditedFile } from './edited-file.ts';
import { SourceView, type SourceEvents } from './source-view.ts';

interface Props extends Omit<SourceEvents, 'onText' | 'onChosen'> {
  readonly model: DeckModel;
  /** The file that is shown; undefined for a deck without any. */
  readonly edited: EditedFile | undefined;
  /** The view, once it is there, for actions that move its cursor or write into it. */
  readonly view: { current: SourceView | null };
}

/** The text of one file, with a mark beside each line that has a problem. */
export function SourcePane({ model, edited, view, onCursor, onFiles }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const { file = '', text = '', theirs = null } = edited ?? {};
  const problems = model.preview.value?.problems ?? NONE;
  useEffect(() => {
    if (place.current === null) return;
    const onText = model.typed.bind(model);
    const onChosen = model.settle.bind(model);
    const made = new SourceView(place.current, { onText, onChosen, onCursor, onFiles });
    view.current = made;
    return () => made.destroy();
  }, [model]);
  // Not the text that was drawn: more may have been typed since.
  useEffect(() => view.current?.show(file, model.find(file)?.text ?? ''), [file, text]);
  useEffect(() => view.current?.showProblems(problems), [file, problems]);
  const other = theirs === null ? null : withPlainLines(theirs.text);
  useEffect(() => view.current?.compareWith(other), [file, other]);
  return <div class="source" ref={place} hidden={edited === undefined} />;
}

const NONE: readonly [] = [];
