import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import type { ItemShown, MatrixContent, MatrixShown } from './content.ts';
import { quadrantLabel, taskLabel } from './labels.ts';
import { hueOf, Medians, MediansTable } from './parts/medians.stage.tsx';
import { Plot } from './parts/plot.tsx';
import './matrix.stage.css';

type Props = StageViewProps<MatrixContent, MatrixShown>;

/** The room's medians in the square, and the items beside it; while they are hidden, the square alone. */
export default function MatrixStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      <div class="matrix-stage" style={{ '--matrix-rows': content.items.length }}>
        <Plot content={content}>{tally !== null && <Medians tally={tally} />}</Plot>
        <Legend content={content} tally={tally} />
      </div>
      {tally !== null && <MediansTable question={question} content={content} tally={tally} />}
    </View>
  );
}

interface LegendProps {
  readonly content: MatrixContent;
  readonly tally: MatrixShown;
}

function Legend({ content, tally }: LegendProps): ComponentChildren {
  return (
    <div class="matrix-legend" aria-hidden={tally !== null}>
      <ol class="matrix-rows">
        {content.items.map((text, item) => (
          <li key={text} class={`matrix-row ${hueOf(item)}`}>
            <span class="matrix-figure">{item + 1}</span>
            <span class="view-label">
              <OwnText>{text}</OwnText>
            </span>
            {tally !== null && <Where content={content} shown={tally.items[item] ?? null} />}
          </li>
        ))}
      </ol>
      <p class="view-note" lang="en">
        {tally === null
          ? taskLabel(content)
          : 'Numbers: middle answers. Bars: half the room on each axis.'}
      </p>
    </div>
  );
}

interface WhereProps {
  readonly content: MatrixContent;
  readonly shown: ItemShown;
}

function Where({ content, shown }: WhereProps): ComponentChildren {
  if (shown === null) {
    return (
      <span class="matrix-where view-note" lang="en">
        not enough answers yet
      </span>
    );
  }
  return (
    <>
      <span class="matrix-where" lang="en">
        {quadrantLabel(content, [shown.x.median, shown.y.median])}
      </span>
      <span class="matrix-count view-note" lang="en">
        n = {shown.count}
      </span>
    </>
  );
}
