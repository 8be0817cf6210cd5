import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import { Tally } from './parts/tally.stage.tsx';
import { ends, figure, meaning } from './labels.ts';
import './rating.stage.css';
import type { RatingContent, RatingRow, RatingShown } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<RatingContent, RatingShown>;

/** Each row's distribution and median; while they are hidden, the rows and the scale. */
export default function RatingStage({ question, content, tally }: Props): ComponentChildren {
  const [only, ...others] = content.rows;
  return (
    <View>
      {tally !== null ? (
        <Tally question={question} content={content} tally={tally} />
      ) : only !== undefined && others.length === 0 ? (
        <Scale content={content} row={only} />
      ) : (
        <Rows content={content} />
      )}
    </View>
  );
}

function Rows({ content }: { content: RatingContent }): ComponentChildren {
  return (
    <>
      <p class="view-note view-label">{ends(content).join(' – ')}</p>
      <ol class="rating-asked">
        {content.rows.map(({ label, ask }) => (
          <li key={label}>
            <span class="rating-asked-label view-label">
              <OwnText>{label}</OwnText>
            </span>
            {ask !== '' && (
              <span class="view-note view-label">
                <OwnText>{ask}</OwnText>
              </span>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Scale({ content, row }: { content: RatingContent; row: RatingRow }): ComponentChildren {
  return (
    <ol class="rating-scale">
      {content.levels.map((_, step) => {
        const level = content.from + step;
        return (
          <li key={level}>
            <span class="rating-scale-level ltr">{figure(level)}</span>{' '}
            <span class="view-label">
              <OwnText>{meaning(content, row, level)}</OwnText>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
