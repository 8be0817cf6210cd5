import type { ComponentChildren } from 'preact';
import { capitalised } from '../../../lib/capitalised.ts';
import { HALF_THE_ROOM, MIDDLE_ANSWER } from '../../../lib/spread-words.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { chartWidth, Distribution, LevelAxis } from '../../../ui/charts/distribution.tsx';
import { Radar } from '../../../ui/charts/radar.tsx';
import { figure, highest, lowestRowsLabel } from '../labels.ts';
import type { RatingContent, RatingShown, RowShown } from '../content.ts';
import { FEWEST_IN_SHAPE, MOST_IN_SHAPE } from '../shape.ts';
import { OwnText } from '../../../ui/own-text.tsx';

const FIGURES = [capitalised(MIDDLE_ANSWER), capitalised(HALF_THE_ROOM), 'Can’t say'];
const TOO_FEW = 'not enough answers yet';

export interface TallyProps {
  readonly question: string;
  readonly content: RatingContent;
  readonly tally: NonNullable<RatingShown>;
}

/**
 * The rows on one scale, with a radar of their medians and a sentence on the lowest. More rows than
 * fit into one column take two, which leave no room for the radar.
 */
export function Tally({ question, content, tally }: TallyProps): ComponentChildren {
  const columns = columnsOf(content.rows.map((_, index) => index));
  const longest = Math.max(...columns.map((column) => column.length));
  return (
    <div
      class={columns.length > 1 ? 'rating-tally rating-tally-parted' : 'rating-tally'}
      style={{ '--rating-rows': longest }}
    >
      {columns.map((rows) => (
        <Column key={rows[0]} rows={rows} content={content} tally={tally} />
      ))}
      <div class="rating-shape">
        {columns.length === 1 && <Shape content={content} tally={tally} />}
        <p class="rating-lowest view-label" lang="en">
          {lowestRowsLabel(content, tally)}
        </p>
      </div>
      <Data question={question} content={content} tally={tally} />
    </div>
  );
}

function columnsOf(rows: readonly number[]): (readonly number[])[] {
  if (rows.length <= MOST_IN_SHAPE) return [rows];
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)];
}

interface ColumnProps {
  /** Indices into the content's rows. */
  readonly rows: readonly number[];
  readonly content: RatingContent;
  readonly tally: NonNullable<RatingShown>;
}

function Column({ rows, content, tally }: ColumnProps): ComponentChildren {
  const most = Math.max(1, ...tally.rows.flatMap((row) => row?.counts ?? []));
  return (
    <div
      class={content.rows.length === 1 ? 'rating-rows rating-rows-one' : 'rating-rows'}
      style={{ '--rating-chart': chartWidth(content.from, content.levels.length) }}
      aria-hidden="true"
    >
      {rows.map((index) => (
        <Row
          key={index}
          label={content.rows[index]?.label ?? ''}
          shown={tally.rows[index] ?? null}
          {...{ content, most }}
        />
      ))}
      <Axis content={content} />
    </div>
  );
}

interface RowProps {
  readonly label: string;
  readonly content: RatingContent;
  readonly shown: RowShown;
  /** The largest count of any row: all rows are drawn to one measure. */
  readonly most: number;
}

function Row({ label, content, shown, most }: RowProps): ComponentChildren {
  return (
    <div class="rating-row">
      {label !== '' && (
        <span class="rating-row-label view-label">
          <OwnText>{label}</OwnText>
        </span>
      )}
      {shown === null ? (
        <span class="rating-row-hidden view-note">{TOO_FEW}</span>
      ) : (
        <>
          <Distribution
            counts={shown.counts}
            from={content.from}
            spread={shown.spread}
            most={most}
          />
          <span class="rating-row-figures">
            <span class="rating-row-median ltr">{figure(shown.spread.median)}</span>
            <span class="view-note ltr">{middleHalf(shown)}</span>
          </span>
        </>
      )}
    </div>
  );
}

/** The scale under all rows, and a legend of the marks. */
function Axis({ content }: { content: RatingContent }): ComponentChildren {
  return (
    <div class="rating-row rating-axis view-note">
      {content.rows.length > 1 && <span class="rating-row-label" />}
      <span class="rating-axis-scale">
        <LevelAxis from={content.from} count={content.levels.length} />
        <span class="rating-axis-ends">
          <span class="view-label">
            <OwnText>{content.levels[0] ?? ''}</OwnText>
          </span>
          <span class="view-label">
            <OwnText>{content.levels.at(-1) ?? ''}</OwnText>
          </span>
        </span>
      </span>
      <span class="rating-row-figures rating-legend">
        <span class="rating-legend-median">{MIDDLE_ANSWER}</span>
        <span class="rating-legend-half">{HALF_THE_ROOM}</span>
      </span>
    </div>
  );
}

function Shape({ content, tally }: Omit<TallyProps, 'question'>): ComponentChildren {
  const axes = content.rows.flatMap(({ label }, index) => {
    const value = tally.rows[index]?.spread.median;
    return value === undefined ? [] : [{ label, value }];
  });
  if (axes.length < FEWEST_IN_SHAPE) return null;
  return <Radar axes={axes} from={content.from} to={highest(content)} sans="stage" />;
}

function Data({ question, content, tally }: TallyProps): ComponentChildren {
  const levels = content.levels.map((_, step) => figure(content.from + step));
  const rows = content.rows.map(({ label }, index) => [
    label || 'All answers',
    ...cells(tally.rows[index] ?? null, levels.length),
  ]);
  return (
    <DataTable
      caption={`${question} (${formatAnswerCount(tally.answers)})`}
      columns={['Row', ...levels, ...FIGURES]}
      rows={rows}
    />
  );
}

function cells(shown: RowShown, levels: number): (string | number)[] {
  if (shown === null) return Array.from({ length: levels + FIGURES.length }, () => TOO_FEW);
  return [...shown.counts, figure(shown.spread.median), middleHalf(shown), shown.cannotSay];
}

/** The levels from and to which half of all answers are: "2–4"; "−2 to −1" where a dash would meet a minus. */
function middleHalf({ spread }: NonNullable<RowShown>): string {
  const low = figure(Math.round(spread.lowerQuartile));
  const high = figure(Math.round(spread.upperQuartile));
  if (low === high) return low;
  return spread.lowerQuartile < 0 ? `${low} to ${high}` : `${low}–${high}`;
}
