import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import './paging.css';

/**
 * Focuses a page's heading when another page appears, so that screen readers announce it; not for the
 * first page.
 *
 * @param place the page's index, or null for the page after the last
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
  /** The page's index, from 0. */
  readonly place: number;
  /** The second button: its target (null is after the last page), its label, and its weight. */
  readonly onwards: { readonly to: number | null; readonly name: string; readonly quiet: boolean };
  /** The label of the first button; by default "Back". */
  readonly back?: string;
  readonly element?: RefObject<HTMLDivElement | null>;
  onMove(place: number | null): void;
}

/** Buttons to the previous and the next page. */
export function Paging(props: PagingProps): ComponentChildren {
  const { place, onwards, back = 'Back', element, onMove } = props;
  return (
    <div class="paging" lang="en" ref={element ?? null}>
      {place > 0 && (
        <button type="button" class="button button-quiet" onClick={() => onMove(place - 1)}>
          {back}
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
  /** The id of the element that names the list. */
  readonly labelledBy?: string;
  readonly pages: readonly Page[];
  /** The label of the button to a page without an answer. */
  readonly answer: string;
  /** Goes to a page; none if nothing can be changed. */
  readonly onChange?: ((place: number) => void) | undefined;
}

interface Page {
  /** The question of the page; unique. */
  readonly name: string;
  readonly answered: boolean;
  /** The question and its answer. */
  readonly entry: ComponentChildren;
}

/** A list of all pages, with a button to each. */
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
