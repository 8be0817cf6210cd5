import type { ComponentChildren } from 'preact';
import { DataTable } from '../../ui/charts/data-table.tsx';
import {
  IntervalAxis,
  IntervalLegend,
  IntervalRow,
  Whisker,
} from '../../ui/charts/interval-rows.tsx';
import { useRankMoves } from '../../ui/charts/use-rank-moves.ts';
import { View } from '../../ui/charts/view.tsx';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import type { OptionShown, PointsContent, PointsShown } from './content.ts';
import { meanFigure, taskLabel } from './labels.ts';
import {
  axisEnd,
  intervalLabel,
  intervalNote,
  leadingLabel,
  meanLabel,
  rankedOptions,
} from './means.ts';
import './points.stage.css';

type Props = StageViewProps<PointsContent, PointsShown>;

/** The mean points of each option with its interval; while they are hidden, the options. */
export default function PointsStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Options content={content} />
      ) : (
        <Means question={question} content={content} tally={tally} />
      )}
    </View>
  );
}

function Options({ content }: { content: PointsContent }): ComponentChildren {
  return (
    <>
      <p class="view-note" lang="en">
        {taskLabel(content)}
      </p>
      <ul class="points-asked">
        {content.options.map((option) => (
          <li key={option} class="view-label">
            <OwnText>{option}</OwnText>
          </li>
        ))}
      </ul>
    </>
  );
}

interface MeansProps {
  readonly question: string;
  readonly content: PointsContent;
  readonly tally: NonNullable<PointsShown>;
}

function Means({ question, content, tally }: MeansProps): ComponentChildren {
  const ranks = rankedOptions(tally);
  const end = axisEnd(content, tally);
  const list = useRankMoves<HTMLOListElement>();
  const count = content.options.length;
  return (
    <>
      <ol
        class="interval-rows points-means"
        style={{ '--rows': count }}
        ref={list}
        aria-hidden="true"
      >
        {content.options.map((option, place) => (
          <Mean
            key={option}
            order={ranks.indexOf(place)}
            option={option}
            shown={tally.options[place]}
            end={end}
          />
        ))}
        <IntervalAxis order={count}>
          <span>0</span>
          <span>{meanFigure(end).replace('.0', '')}</span>
        </IntervalAxis>
        <IntervalLegend order={count + 1}>
          <span class="points-key">{meanLabel(content)}</span>
          <span class={tally.options[0]?.interval ? 'interval-key' : ''}>
            {intervalNote(tally)}
          </span>
        </IntervalLegend>
      </ol>
      <p class="visually-hidden" lang="en">
        {leadingLabel(content, tally)}
      </p>
      <DataTable
        caption={`${question} (${formatAnswerCount(tally.answers)})`}
        columns={['Option', meanLabel(content), '95% interval']}
        rows={ranks.map((place) => [content.options[place] ?? '', ...cells(tally.options[place])])}
      />
    </>
  );
}

function cells(shown: OptionShown | undefined): string[] {
  return shown === undefined ? [] : [meanFigure(shown.mean), intervalLabel(shown, ' to ')];
}

interface MeanProps {
  readonly order: number;
  readonly option: string;
  readonly shown: OptionShown | undefined;
  /** The points at the end of the axis. */
  readonly end: number;
}

function Mean({ order, option, shown, end }: MeanProps): ComponentChildren {
  if (shown === undefined) return null;
  const { mean, interval } = shown;
  const percent = (value: number): number => (100 * value) / end;
  return (
    <IntervalRow
      order={order}
      name={
        <span class="view-label">
          <OwnText>{option}</OwnText>
        </span>
      }
      figure={meanFigure(mean)}
      range={interval && intervalLabel(shown)}
    >
      {mean > 0 && <span class="points-fill" style={{ width: `${percent(mean)}%` }} />}
      {interval !== null && <Whisker low={percent(interval.low)} high={percent(interval.high)} />}
    </IntervalRow>
  );
}
