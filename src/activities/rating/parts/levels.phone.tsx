import type { ComponentChildren } from 'preact';
import { OptionButton } from '../../../ui/choice/option-button.tsx';

import type { PagePause } from '../../../ui/paging/use-page-pause.ts';
import { needsLines } from '../needs-lines.ts';
import { ends, figure, meaning, scaleLabel } from '../labels.ts';
import type { Rating, RatingContent, RatingRow } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

export interface LevelsProps {
  readonly labelledBy: string;
  readonly content: RatingContent;
  readonly row: RatingRow;
  readonly rating: Rating;
  readonly pause?: PagePause;
  /** undefined where the question is closed. */
  readonly onRate: ((rating: Rating) => void) | undefined;
}

/** The levels of one row as buttons, each with its description. */
export function Levels({
  labelledBy,
  content,
  row,
  rating,
  pause,
  onRate,
}: LevelsProps): ComponentChildren {
  const lines = needsLines(content, row);
  return (
    <div role="group" aria-labelledby={labelledBy} class="choices rating-levels" {...pause}>
      <div class={lines ? 'choices' : 'rating-numbers'}>
        {content.levels.map((_, step) => {
          const level = content.from + step;
          return (
            <OptionButton
              key={level}
              look="option-framed"
              pressed={rating === level}
              onPress={onRate && (() => onRate(level))}
            >
              <LevelName content={content} row={row} level={level} lines={lines} />
            </OptionButton>
          );
        })}
      </div>
      {!lines && <Ends content={content} />}
      {content.cannotSay && (
        <OptionButton
          look="option-framed"
          pressed={rating === 'cannot-say'}
          onPress={onRate && (() => onRate('cannot-say'))}
        >
          <span class="rating-meaning" lang="en">
            Can’t say
          </span>
        </OptionButton>
      )}
    </div>
  );
}

interface LevelNameProps {
  readonly content: RatingContent;
  readonly row: RatingRow;
  readonly level: number;
  readonly lines: boolean;
}

/** Seen as "4 Registry says what is live", heard as "4 of 5: Registry says what is live". */
function LevelName({ content, row, level, lines }: LevelNameProps): ComponentChildren {
  const means = meaning(content, row, level);
  return (
    <>
      <span class="rating-number ltr">{figure(level)}</span>
      <span class="visually-hidden" lang="en">
        {' '}
        {scaleLabel(content)}
        {means === '' ? '' : ': '}
      </span>
      <span class={lines ? 'rating-meaning' : 'visually-hidden'}>
        <OwnText>{means}</OwnText>
      </span>
    </>
  );
}

function Ends({ content }: { content: RatingContent }): ComponentChildren {
  return (
    <p class="rating-ends choice-note" aria-hidden="true">
      {ends(content).map((end) => (
        <span key={end}>
          <OwnText>{end}</OwnText>
        </span>
      ))}
    </p>
  );
}
