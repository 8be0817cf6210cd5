import { capitalised } from '../../../lib/capitalised.ts';
import { MIDDLE_ANSWER } from '../../../lib/spread-words.ts';
import type {
  ComparedMeasure,
  ComparedQuestion,
  ComparedSession,
} from '../../../results/comparison/compare-sessions.ts';
import type { ComparedItem, ItemFigures } from '../../../results/comparison/compared-items.ts';
import { IntervalAxis, IntervalRow, Whisker } from '../../../ui/charts/interval-rows.tsx';
import { RadarOfSeries } from '../../../ui/charts/radar-of-series.tsx';
import { SeriesMark } from '../../../ui/charts/series-mark.tsx';
import { placeOf, valueLabel } from '../../../ui/charts/shift-labels.ts';
import { View } from '../../../ui/charts/view.tsx';
import { OwnText } from '../../../ui/own-text.tsx';
import { FiguresTable } from './figures-table.tsx';
import { differenceWithInterval, noFiguresLabel, rangeLabel } from './labels.ts';
import { SessionName } from './session-name.tsx';

interface Props {
  readonly question: ComparedQuestion;
  readonly measured: ComparedMeasure;
  readonly sessions: readonly ComparedSession[];
}

/** For each item a row for each session, all on one scale, and the shape of all items together. */
export function ItemCharts({ question, measured, sessions }: Props) {
  return (
    <View>
      <p class="view-note comparison-legend" lang="en">
        <span>{capitalised(measured.unit)}, with its 95% interval</span>
        {measured.of === 'number' && <span class="comparison-median-key">{MIDDLE_ANSWER}</span>}
        <span>In small type: the difference to the first session, with its 95% interval</span>
      </p>
      {measured.hasShape && <Shape {...{ measured, sessions }} />}
      {measured.items.map((item) => (
        <ItemChart key={item.item} {...{ item, question, measured, sessions }} />
      ))}
      <FiguresTable {...{ question, measured, sessions }} />
    </View>
  );
}

function Shape({ measured, sessions }: Omit<Props, 'question'>) {
  const { items, scale } = measured;
  return (
    <div class="comparison-shape">
      <RadarOfSeries
        labels={items.map(({ item }) => item)}
        series={sessions.map((_, place) => items.map((one) => one.sessions[place]?.value ?? null))}
        from={scale[0]}
        to={scale[1]}
        sans="stage"
      />
      <ul class="comparison-key" aria-hidden="true">
        {sessions.map((session, place) => (
          <li key={session.code}>
            <SessionName {...{ session, place }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface ItemProps extends Props {
  readonly item: ComparedItem;
}

function ItemChart({ item, question, measured, sessions }: ItemProps) {
  const ends = measured.scale.map((end) => valueLabel(measured, end));
  return (
    <div class="comparison-item" aria-hidden="true">
      {item.item !== '' && (
        <p class="comparison-item-name">
          <OwnText>{item.item}</OwnText>
        </p>
      )}
      <ol class="interval-rows comparison-rows" style={{ '--rows': sessions.length }}>
        {sessions.map((session, place) => (
          <Row
            key={session.code}
            figures={item.sessions[place] ?? null}
            missing={noFiguresLabel(question.sessions[place] ?? null, question.isReworded)}
            {...{ session, place, measured }}
          />
        ))}
        <IntervalAxis order={sessions.length}>
          <span class="ltr">{ends[0]}</span>
          <span class="ltr">{ends[1]}</span>
        </IntervalAxis>
      </ol>
    </div>
  );
}

interface RowProps {
  readonly session: ComparedSession;
  readonly place: number;
  readonly measured: ComparedMeasure;
  readonly figures: ItemFigures | null;
  /** The reason for which there are none. */
  readonly missing: string;
}

function Row({ session, place, measured, figures, missing }: RowProps) {
  const name = <SessionName {...{ session, place }} />;
  if (figures === null) {
    return (
      <IntervalRow order={place} name={name} figure="–" range={missing}>
        {null}
      </IntervalRow>
    );
  }
  const { value, interval, spread } = figures;
  const at = (one: number): number => placeOf(measured, one);
  const difference = differenceWithInterval(measured, figures);
  return (
    <IntervalRow
      order={place}
      name={name}
      figure={valueLabel(measured, value)}
      range={
        <>
          {rangeLabel(measured, interval)}
          {difference !== '' && <small>{difference}</small>}
        </>
      }
    >
      {interval !== null && <Whisker low={at(interval.low)} high={at(interval.high)} />}
      {spread !== null && (
        <span class="comparison-median" style={{ insetInlineStart: `${at(spread.median)}%` }} />
      )}
      <span class="comparison-point" style={{ insetInlineStart: `${at(value)}%` }}>
        <SeriesMark place={place} />
      </span>
    </IntervalRow>
  );
}
