import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { chaptersOf } from './chapters.ts';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';
import { OverviewChapter } from './overview-chapter.tsx';
import { useSlideSearch } from './use-slide-search.ts';
import { wantedSlide } from './wanted-slide.ts';
import './overview.css';

interface Props {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  /** The present slide's index in the deck. */
  readonly present: number;
  readonly onGo: (index: number) => void;
  readonly onClosed: () => void;
}

/** All slides as pictures in chapters, with a search: the way to any slide, by keyboard alone. */
export function Overview({ deck, snapshot, present, onGo, onClosed }: Props) {
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  const search = useSlideSearch(deck, snapshot, present);
  const { selected } = search;
  const chapters = useMemo(() => chaptersOf(deck.slides), [deck]);
  useSelectedInView(list, selected);
  const go = (index: number): void => {
    list.current?.closest('dialog')?.close();
    onGo(index);
  };
  const onKey = (event: TargetedKeyboardEvent<HTMLInputElement>): void => {
    const to = list.current === null ? null : wantedSlide(event, selected, list.current);
    if (to !== null) search.select(to);
    else if (event.key !== 'Enter') return;
    else if (selected !== null) go(selected);
    event.preventDefault();
  };
  return (
    <ModalDialog name="Overview" class="overview" onClosed={onClosed}>
      <div class="overview-head">
        <input
          class="field"
          role="combobox"
          aria-label="Find a slide"
          aria-expanded="true"
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={selected === null ? undefined : `${listId}-${selected}`}
          placeholder="Number or words"
          autocomplete="off"
          autofocus
          value={search.typed}
          onInput={(event) => search.type(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <OverviewHelp nothing={search.found.length === 0} />
      </div>
      <div ref={list} id={listId} class="overview-slides" role="listbox" aria-label="Slides">
        {chapters.map((chapter) => (
          <OverviewChapter
            key={chapter.from}
            {...{ chapter, deck, snapshot, present, listId, onGo: go }}
            selected={selected}
            found={search.found}
          />
        ))}
      </div>
    </ModalDialog>
  );
}

/** Keeps the slide that is chosen in view; at first in the middle. */
function useSelectedInView(
  list: { readonly current: HTMLElement | null },
  selected: number | null,
): void {
  const block = useRef<ScrollLogicalPosition>('center');
  useEffect(() => {
    const option = list.current?.querySelector('[aria-selected=true]');
    option?.scrollIntoView({ block: block.current });
    block.current = 'nearest';
  }, [selected]);
}

function OverviewHelp({ nothing }: { nothing: boolean }) {
  return (
    <>
      <p class="overview-help">
        <span role="status">{nothing ? 'No slide has these words.' : ''}</span>
        {!nothing && 'Arrow keys choose, Enter shows the slide, Escape closes.'}
      </p>
      <form method="dialog">
        <button class="button">Close</button>
      </form>
    </>
  );
}
