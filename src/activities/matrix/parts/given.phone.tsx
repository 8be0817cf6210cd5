import type { ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { MatrixAnswer, MatrixContent, MatrixShown, Position } from '../content.ts';
import { pointLabel } from '../labels.ts';
import { Numbers, type Mark } from './numbers.tsx';
import { Plot } from './plot.tsx';
import '../matrix.css';

interface Props {
  readonly content: MatrixContent;
  /** null where the attendee has not answered. */
  readonly answer: MatrixAnswer | null;
  readonly tally: MatrixShown;
}

/** The attendee's positions and the room's medians: in one square, and in words below it. */
export function Given({ content, answer, tally }: Props): ComponentChildren {
  const own = content.items.map((_, item) => answer?.positions[item] ?? null);
  const room = content.items.map((_, item): Position | null => {
    const shown = tally?.items[item] ?? null;
    return shown === null ? null : [shown.x.median, shown.y.median];
  });
  const marks: Mark[] = [...marksAt(own, 'matrix-own'), ...marksAt(room, 'matrix-room')];
  return (
    <div class="matrix-given">
      {tally !== null && (
        <p class="choice-note" lang="en">
          The room’s middle answers, {formatAnswerCount(tally.answers)}
        </p>
      )}
      <Plot content={content}>
        <Numbers marks={marks} />
      </Plot>
      {tally !== null && answer !== null && (
        <p class="matrix-key choice-note" aria-hidden="true" lang="en">
          <span class="matrix-number matrix-own">1</span> yours
          <span class="matrix-number matrix-room">1</span> the room’s
        </p>
      )}
      <ul class="matrix-list">
        {content.items.map((text, item) => (
          <li key={text}>
            <span class="matrix-figure" aria-hidden="true">
              {item + 1}
            </span>
            <span class="matrix-text">
              <OwnText>{text}</OwnText>
              {answer !== null && (
                <Line
                  label={tally === null ? '' : 'Yours: '}
                  look="matrix-yours"
                  content={content}
                  position={own[item] ?? null}
                  none="not placed"
                />
              )}
              {tally !== null && (
                <Line
                  label="The room: "
                  look="choice-note"
                  content={content}
                  position={room[item] ?? null}
                  none="not enough answers yet"
                />
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function marksAt(positions: readonly (Position | null)[], look: string): Mark[] {
  return positions.flatMap((position, item) =>
    position === null ? [] : [{ item, position, look }],
  );
}

interface LineProps {
  readonly label: string;
  readonly look: string;
  readonly content: MatrixContent;
  readonly position: Position | null;
  /** The words for no position. */
  readonly none: string;
}

function Line({ label, look, content, position, none }: LineProps): ComponentChildren {
  return (
    <span class={`matrix-line ${position === null ? 'choice-note' : look}`} lang="en">
      {label}
      {position === null ? none : pointLabel(content, position)}
    </span>
  );
}
