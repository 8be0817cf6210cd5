import type { ComponentChildren } from 'preact';
import { RoomChoices } from '../../../ui/choice/room-choices.tsx';
import type { OpenTextShown } from '../tally.ts';
import { missingLabel } from '../labels.ts';
import type { OpenTextAnswer, OpenTextContent } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly content: OpenTextContent;
  readonly tally: NonNullable<OpenTextShown>;
  /** The answer to mark; null while the options above show it. */
  readonly answer: OpenTextAnswer | null;
}

/** The room's options and its approved texts. */
export function Room({ content, tally, answer }: Props): ComponentChildren {
  const { answers, counts, words, waiting, more } = tally;
  const { options } = content;
  const missing = missingLabel(waiting, more, words.length > 0);
  return (
    <>
      {options.length > 0 && (
        <RoomChoices
          answers={answers}
          bars={options.map((label, index) => ({
            label,
            count: counts[index] ?? 0,
            isOwn: answer?.choice === index,
          }))}
        />
      )}
      {words.length === 0 && missing !== '' && <Missing>{missing}</Missing>}
      {words.length > 0 && (
        <details class="open-text-room">
          <summary lang="en">What the room wrote: {words.length}</summary>
          <ul>
            {words.map(({ choice, text, count }) => (
              <li key={`${choice}:${text}`}>
                <OwnText>{text}</OwnText>
                {choice !== null && (
                  <span class="choice-note">
                    {' '}
                    <OwnText>{options[choice] ?? ''}</OwnText>
                  </span>
                )}
                {count > 1 && <b class="open-text-room-count"> {count}</b>}
              </li>
            ))}
          </ul>
          {missing !== '' && <Missing>{missing}</Missing>}
        </details>
      )}
    </>
  );
}

function Missing({ children }: { children: string }): ComponentChildren {
  return (
    <p class="choice-note" lang="en">
      {children}
    </p>
  );
}
