import type { ComponentChildren } from 'preact';
import { OwnText } from '../ui/own-text.tsx';
import type { Words } from './shown.ts';

interface Props {
  readonly words: readonly Omit<Words, 'choice'>[];
  /** Texts, the least frequent, that are not among `words`. */
  readonly more: number;
}

/** The texts that the room could read, each with the number of its writers, as a report lists them. */
export function TextCounts({ words, more }: Props): ComponentChildren {
  if (words.length === 0) {
    return (
      <p class="view-note" lang="en">
        The presenter let no text through.
      </p>
    );
  }
  return (
    <>
      <ol class="report-texts">
        {words.map(({ text, count }) => (
          <li key={text}>
            <OwnText>{text}</OwnText>
            <b>&nbsp;{count}</b>
          </li>
        ))}
      </ol>
      {more > 0 && (
        <p class="view-note" lang="en">
          {more} more texts of fewer people are not listed.
        </p>
      )}
    </>
  );
}
