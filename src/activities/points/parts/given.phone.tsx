import type { ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { PointsAnswer, PointsContent, PointsShown } from '../content.ts';
import { meanFigure, pointsLabel } from '../labels.ts';
import { Bar } from './bar.phone.tsx';
import '../points.css';

interface Props {
  readonly content: PointsContent;
  /** The points to show as the attendee's own; null where there are none, or fields show them. */
  readonly answer: PointsAnswer | null;
  readonly tally: PointsShown;
}

/** The attendee's points of each option, and the room's mean beside them. */
export function Given({ content, answer, tally }: Props): ComponentChildren {
  const { options, total } = content;
  return (
    <div class="points-given">
      {tally !== null && (
        <p class="choice-note" lang="en">
          The room’s mean points, {formatAnswerCount(tally.answers)}
        </p>
      )}
      <ul class="points-rows">
        {options.map((option, place) => {
          const own = answer?.points[place];
          const mean = tally?.options[place]?.mean;
          return (
            <li key={option} class="points-row">
              <span class="points-option">
                <OwnText>{option}</OwnText>
                {own !== undefined && mean !== undefined && (
                  <span class="points-own" lang="en">
                    {' '}
                    Yours: {own}
                  </span>
                )}
              </span>{' '}
              <span class="points-figure" lang="en">
                {mean === undefined ? pointsLabel(own ?? 0) : meanFigure(mean)}
              </span>
              <Bar percent={(100 * (mean ?? own ?? 0)) / total} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
