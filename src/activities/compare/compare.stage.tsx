import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import type { CompareContent, CompareShown } from './content.ts';
import { taskLabel } from './labels.ts';
import { Picture } from './parts/picture.phone.tsx';
import { Scores } from './parts/scores.stage.tsx';
import './compare.stage.css';

const MOST_IN_COLUMN = 6;
const MOST_IN_ROW = 5;

type Props = StageViewProps<CompareContent, CompareShown>;

/** The options by their scores, with intervals; while these are hidden, the options alone. */
export default function CompareStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Options content={content} />
      ) : (
        <Scores question={question} content={content} tally={tally} />
      )}
    </View>
  );
}

function Options({ content }: { content: CompareContent }): ComponentChildren {
  const { options, pictures } = content;
  if (pictures.length > 0) return <Pictures content={content} />;
  const isLong = options.length > MOST_IN_COLUMN;
  return (
    <>
      <p class="view-note" lang="en">
        {taskLabel(content)}
      </p>
      <ul
        class={isLong ? 'compare-options compare-options-many' : 'compare-options'}
        style={{ '--compare-rows': isLong ? Math.ceil(options.length / 2) : options.length }}
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

/** The options with their pictures, in one row or two. */
function Pictures({ content }: { content: CompareContent }): ComponentChildren {
  const { options, pictures } = content;
  const rows = options.length > MOST_IN_ROW ? 2 : 1;
  return (
    <>
      <p class="view-note" lang="en">
        {taskLabel(content)}
      </p>
      <ul
        class="compare-pictures"
        style={{
          '--compare-rows': rows,
          '--compare-columns': Math.ceil(options.length / rows),
        }}
      >
        {options.map((option, index) => (
          <li key={option}>
            <Picture address={pictures[index]} />
            <span class="view-label">
              <OwnText>{option}</OwnText>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
