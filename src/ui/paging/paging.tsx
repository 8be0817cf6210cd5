import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './paging.css';

/**
 * For what a page begins with: takes the focus when another page appears, so that it is read out.
 * Not when the first one appears.
 *
 * @param place that of the page among the others, or null for the one behind them
 */
export function useFocusOnMove<Heading extends HTMLElement>(
  place: number | null,
): RefObject<Heading | null> {
  const heading = useRef<Heading>(null);
  const shown = useRef(place);
  useLayoutEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    heading.current?.focus();
  }, [place]);
  return heading;
}

interface PagingProps {
  /** The page's place, from 0. */
  readonly place: number;
  /** Where the way on leads, null being behind the last page; what it is called; how loud it is. */
  readonly onwards: { readonly to: number | null; readonly name: string; readonly quiet: boolean };
  readonly element?: RefObject<HTMLDivElement | null>;
  onMove(place: number | null): void;
}

/** The way to the page before, and on. */
export function Paging({ place, onwards, element, onMove }: PagingProps): ComponentChildren {
  return (
    <div class="paging" lang="en" ref={element ?? null}>
      {place > 0 && (
        <button type="button" class="button button-quiet" onClick={() => onMove(place - 1)}>
          Back
        </button>
      )}
      <button
        type="button"
        class={onwards.quiet ? 'button button-quiet' : 'button'}
        onClick={() => onMove(onwards.to)}
      >
        {onwards.name}
      </button>
    </div>
  );
}

interface OverviewProps {
  /** The id of what names the list, if anything does. */
  readonly labelledBy?: string;
  readonly pages: readonly Page[];
  /** What the way to a page without an answer is called. */
  readonly answer: string;
  /** Goes to a page; left out where nothing can be changed. */
  readonly onChange?: ((place: number) => void) | undefined;
}

interface Page {
  /** What is asked; no two ask the same. */
  readonly name: string;
  readonly answered: boolean;
  /** What is asked and what was answered. */
  readonly entry: ComponentChildren;
}

/** All pages in a list, with the way to each. */
export function Overview({ labelledBy, pages, answer, onChange }: OverviewProps) {
  return (
    <ul class="entries" aria-labelledby={labelledBy}>
      {pages.map(({ name, answered, entry }, place) => (
        <li key={name}>
          <span class="entry">{entry}</span>
          {onChange !== undefined && (
            <button type="button" class="button" onClick={() => onChange(place)}>
              <span lang="en">{answered ? 'Change' : answer}</span>
              <span class="visually-hidden"> {name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
