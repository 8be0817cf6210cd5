import type { ComponentChildren } from 'preact';
import { YourAnswer } from '../../../ui/choice/choice-button.tsx';
import { RoomShare } from '../../../ui/choice/room-choices.tsx';
import { CheckMark } from '../../../ui/marks.tsx';
import { roomCorrectLabel } from '../../../ui/room-correct-label.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import {
  isTappable,
  type HighlightAnswer,
  type HighlightCorrectAnswer,
  type HighlightPrompt,
  type HighlightShown,
} from '../content.ts';
import { LineNumber, LineText } from './line-text.phone.tsx';
import '../highlight.css';

interface Props {
  readonly content: HighlightPrompt;
  /** The answer to mark; null where there is none, or buttons show it. */
  readonly answer: HighlightAnswer | null;
  readonly tally: HighlightShown;
  readonly correctAnswer: HighlightCorrectAnswer | null;
  /** true: lines that nobody tapped are left out. */
  readonly isShort?: boolean;
}

/** The lines with the attendee's own and the correct ones marked, and the room's count of each. */
export function Tapped(props: Props): ComponentChildren {
  const { content, tally, correctAnswer, isShort = false } = props;
  const room = roomCorrectLabel(tally);
  return (
    <div class="highlight-tapped">
      {tally !== null && (
        <p class="choice-note" lang="en">
          The room’s answers: {tally.answers}
        </p>
      )}
      <ol class="highlight-lines">
        {content.lines.map((text, line) => {
          if (isShort && !tally?.counts[line]) return null;
          if (!isTappable(text))
            return <li key={line} class="highlight-blank" aria-hidden="true" />;
          return <Line key={line} {...{ ...props, text, line }} />;
        })}
      </ol>
      {correctAnswer !== null && correctAnswer.explain !== '' && (
        <p class="highlight-explanation">
          <OwnText>{correctAnswer.explain}</OwnText>
        </p>
      )}
      {room !== null && (
        <p class="highlight-room" lang="en">
          {room}
        </p>
      )}
    </div>
  );
}

type LineProps = Props & { readonly text: string; readonly line: number };

function Line({ content, answer, tally, correctAnswer, text, line }: LineProps): ComponentChildren {
  const isRight = correctAnswer?.right.includes(line) ?? false;
  const isOwn = answer?.lines.includes(line) ?? false;
  const count = tally?.counts[line] ?? 0;
  return (
    <li class={`choice-room-row highlight-row ${isRight ? 'highlight-right' : ''}`}>
      <span class="highlight-told">
        <LineNumber line={line} />
        <LineText form={content.form}>{text}</LineText>
        {(isRight || isOwn) && (
          <span class="highlight-marks">
            {isRight && (
              <b class="highlight-good" lang="en">
                <CheckMark /> Correct
              </b>
            )}
            {isOwn && <YourAnswer />}
          </span>
        )}
      </span>
      {tally !== null && count > 0 && <RoomShare count={count} answers={tally.answers} />}
    </li>
  );
}
