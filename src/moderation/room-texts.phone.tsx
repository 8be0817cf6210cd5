import type { ComponentChildren } from 'preact';
import { OwnText } from '../ui/own-text.tsx';
import { missingLabel } from './labels.ts';
import './room-texts.css';

interface Words {
  /** The index of the option that it belongs to; null or left out for none. */
  readonly choice?: number | null;
  readonly text: string;
  readonly count: number;
}

interface Props {
  readonly texts: {
    readonly words: readonly Words[];
    readonly waiting: number;
    readonly more: number;
  };
  readonly options?: readonly string[];
}

/** The texts that the room reads, folded, each with the number of its writers where they are several. */
export function RoomTexts({ texts, options = [] }: Props): ComponentChildren {
  const { words, waiting, more } = texts;
  const missing = missingLabel(waiting, more, words.length > 0);
  const note = missing !== '' && (
    <p class="choice-note" lang="en">
      {missing}
    </p>
  );
  if (words.length === 0) return note;
  return (
    <details class="room-texts">
      <summary lang="en">What the room wrote: {words.length}</summary>
      <ul>
        {words.map(({ choice = null, text, count }) => (
          <li key={`${choice}:${text}`}>
            <OwnText>{text}</OwnText>
            {choice !== null && (
              <span class="choice-note">
                {' '}
                <OwnText>{options[choice] ?? ''}</OwnText>
              </span>
            )}
            {count > 1 && <b class="room-texts-count"> {count}</b>}
          </li>
        ))}
      </ul>
      {note}
    </details>
  );
}
