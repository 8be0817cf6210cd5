import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Moderation } from '../moderation.ts';
import type { ReviewedWords } from '../groups.ts';
import type { PresenterShown } from '../tally.ts';
import { OptionBars } from './option-bars.stage.tsx';
import type { OpenTextContent } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

// A connection may send some forty messages at once; and nobody has read more than a screen of them.
const MOST_AT_ONCE = 25;

type Control = ((control: Moderation) => void) | undefined;

interface Props {
  readonly question: string;
  readonly content: OpenTextContent;
  readonly tally: PresenterShown;
  /** Left out where nothing can be approved. */
  readonly control: Control;
}

/** All texts: those that wait for approval before those on the stage, and before the bars where they can be approved. */
export function Review({ question, content, tally, control }: Props): ComponentChildren {
  const { words, more } = tally;
  const { options } = content;
  const waiting = words.filter(({ approved }) => !approved);
  const bars = <OptionBars question={question} content={content} tally={tally} />;
  return (
    // The console gives it more room while somebody has to read.
    <div class="open-text-review" data-needs-room={(control && waiting.length > 0) || undefined}>
      {control === undefined && bars}
      <Part
        heading={control === undefined ? 'Not approved' : 'Waiting for approval'}
        words={waiting}
        {...{ options, control }}
      />
      <Part
        heading="Approved"
        words={words.filter(({ approved }) => approved)}
        {...{ options, control }}
      />
      {control !== undefined && bars}
      {more > 0 && (
        <p class="view-note" lang="en">
          {more} more answers are in the results.
        </p>
      )}
    </div>
  );
}

interface PartProps {
  readonly heading: string;
  readonly words: readonly ReviewedWords[];
  readonly options: readonly string[];
  readonly control: Control;
}

function Part({ heading, words, options, control }: PartProps): ComponentChildren {
  const head = useRef<HTMLHeadingElement>(null);
  const list = useFocusInList(head);
  const decide = ({ key, approved }: ReviewedWords): void => {
    control?.(approved ? { reject: key } : { approve: key });
  };
  const approveAll = (): void => {
    waiting.forEach(decide);
    // The button may leave, and a second press would approve what nobody has read.
    head.current?.focus();
  };
  const waiting = words.filter(({ approved }) => !approved).slice(0, MOST_AT_ONCE);
  if (control === undefined && words.length === 0) return null;
  return (
    <section class="open-text-part">
      <div class="open-text-part-head">
        <h3 ref={head} tabIndex={-1} lang="en">
          {heading}: {words.length}
        </h3>
        {control !== undefined && waiting.length > 1 && (
          <button type="button" class="button" lang="en" onClick={approveAll}>
            {`Approve ${words.length > waiting.length ? 'the first' : 'all'} ${waiting.length}`}
          </button>
        )}
      </div>
      <ul ref={list}>
        {words.map((one) => (
          <Row
            key={one.key}
            words={one}
            option={one.choice === null ? '' : (options[one.choice] ?? '')}
            onDecide={control && (() => decide(one))}
          />
        ))}
      </ul>
    </section>
  );
}

/** Keeps the focus in a list whose rows leave: on the next row's button, or on the heading after the last. */
function useFocusInList(head: { readonly current: HTMLElement | null }) {
  const list = useRef<HTMLUListElement>(null);
  const buttons = (): HTMLButtonElement[] => [...(list.current?.querySelectorAll('button') ?? [])];
  // Read while the rows are still as they were.
  const place = buttons().findIndex((button) => button === document.activeElement);
  useLayoutEffect(() => {
    if (place === -1 || list.current?.contains(document.activeElement) === true) return;
    const left = buttons();
    (left[Math.min(place, left.length - 1)] ?? head.current)?.focus();
  });
  return list;
}

interface RowProps {
  readonly words: ReviewedWords;
  readonly option: string;
  readonly onDecide: (() => void) | undefined;
}

function Row({ words, option, onDecide }: RowProps): ComponentChildren {
  const { text, count, approved } = words;
  return (
    <li class="open-text-row">
      <p>
        <OwnText>{text}</OwnText>
        {count > 1 && <b class="open-text-count"> {count}</b>}
        {option !== '' && (
          <span class="open-text-row-option view-note">
            <OwnText>{option}</OwnText>
          </span>
        )}
      </p>
      {onDecide !== undefined && (
        <button type="button" class="button" onClick={onDecide}>
          <span lang="en">{approved ? 'Remove from stage' : 'Approve'}</span>
          <span class="visually-hidden">: {text}</span>
        </button>
      )}
    </li>
  );
}
