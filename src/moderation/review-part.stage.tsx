import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ModerationWanted } from './moderation.ts';
import { restForKeys } from './resting-rows.stage.tsx';
import { ReviewRow } from './review-row.stage.tsx';
import type { Merging } from './merging.stage.tsx';
import { rowName } from './row-name.ts';
import type { ReviewedWords } from './shown.ts';

// A connection may send some forty messages at once; and nobody has read more than a screen of them.
const MOST_AT_ONCE = 25;

interface Props {
  readonly heading: string;
  readonly words: readonly ReviewedWords[];
  readonly options: readonly string[];
  readonly control: ((control: ModerationWanted) => void) | undefined;
  readonly merging: Merging;
  /** More verbs, or marks, of a text that the room reads. */
  readonly verbs?: ((key: string) => ComponentChildren) | undefined;
  /** true: the texts were put away, and are listed when they are asked for. */
  readonly isPutAway?: boolean;
}

/** Texts in one state, below a heading with their number. */
export function ReviewPart(props: Props): ComponentChildren {
  const { heading, words, options, control, merging, verbs, isPutAway = false } = props;
  const head = useRef<HTMLHeadingElement>(null);
  const list = useFocusInList(head);
  if (control === undefined && words.length === 0) return null;
  const together = isPutAway ? [] : approvedTogether(words);
  const approveAll = (): void => {
    for (const { key } of together) control?.({ approve: key });
    // The button may leave, and a second press would approve texts that nobody has read.
    head.current?.focus();
  };
  const rows = (
    <ul ref={list}>
      {words.map((one) => (
        <ReviewRow
          key={rowName(one)}
          words={one}
          option={one.choice === null ? '' : (options[one.choice] ?? '')}
          {...{ control, merging, isPutAway, verbs }}
        />
      ))}
    </ul>
  );
  const title = `${heading}: ${words.length}`;
  if (isPutAway) {
    return (
      <details class="review-part">
        <summary lang="en">{title}</summary>
        {rows}
      </details>
    );
  }
  return (
    <section class="review-part">
      <div class="review-part-head">
        <h3 ref={head} tabIndex={-1} lang="en">
          {title}
        </h3>
        {control !== undefined && together.length > 1 && merging.key === null && (
          <button type="button" class="button" lang="en" onClick={approveAll}>
            {togetherLabel(words, together.length)}
          </button>
        )}
      </div>
      {rows}
    </section>
  );
}

function togetherLabel(words: readonly ReviewedWords[], most: number): string {
  const waiting = words.filter(({ approved }) => !approved);
  const held = waiting.filter((one) => one.held === true).length;
  if (waiting.length - held > most) return `Approve the first ${most}`;
  return held > 0 ? `Approve the ${most} not held back` : `Approve all ${most}`;
}

/** The texts that one press approves: none that the blocklist holds back, which need a press each. */
function approvedTogether(words: readonly ReviewedWords[]): readonly ReviewedWords[] {
  return words.filter(({ approved, held }) => !approved && held !== true).slice(0, MOST_AT_ONCE);
}

/**
 * Keeps the focus with its text when rows are put in another order, and in the list when its row leaves:
 * on the next row's button, or on the heading after the last.
 */
function useFocusInList(head: { readonly current: HTMLElement | null }) {
  const list = useRef<HTMLUListElement>(null);
  const rows = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])];
  // Read while the rows are still as they were.
  const place = rows().findIndex((row) => row.contains(document.activeElement));
  const name = rows()[place]?.dataset['name'];
  const button = document.activeElement?.getAttribute('data-verb');
  useLayoutEffect(() => {
    if (place === -1 || list.current?.contains(document.activeElement) === true) return;
    const left = rows();
    const own = left.find(({ dataset }) => dataset['name'] === name);
    const row = own ?? left[Math.min(place, left.length - 1)];
    const same = row?.querySelector<HTMLElement>(`[data-verb='${button ?? ''}']`);
    (same ?? row?.querySelector('button') ?? head.current)?.focus();
    if (row !== own) restForKeys(row);
  });
  return list;
}
