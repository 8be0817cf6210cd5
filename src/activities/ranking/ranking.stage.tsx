import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import type { RankingContent, RankingShown } from './content.ts';
import { howMany } from './labels.ts';
import { Standings } from './parts/standings.stage.tsx';
import './ranking.stage.css';

const MOST_IN_COLUMN = 6;

type Props = StageViewProps<RankingContent, RankingShown>;

/** The room's order; while it is hidden, the options without numbers. */
export default function RankingStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Options content={content} />
      ) : (
        <Standings question={question} content={content} tally={tally} />
      )}
    </View>
  );
}

function Options({ content }: { content: RankingContent }): ComponentChildren {
  const { options } = content;
  const isLong = options.length > MOST_IN_COLUMN;
  return (
    <>
      <p class="view-note" lang="en">
        {howMany(content)}
      </p>
      <ul
        class={isLong ? 'ranking-options ranking-options-many' : 'ranking-options'}
        style={{ '--ranking-rows': isLong ? Math.ceil(options.length / 2) : options.length }}
      >
        {options.map((option) => (
          <li key={option} class="view-label">
            <OwnText>{option}</OwnText>
          </li>
        ))}
      </ul>
    </>
  );
}
