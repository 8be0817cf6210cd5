import type { ComponentChildren } from 'preact';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import {
  IntervalAxis,
  IntervalLegend,
  IntervalRow,
  Whisker,
} from '../../../ui/charts/interval-rows.tsx';
import { useRankMoves } from '../../../ui/charts/use-rank-moves.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { CompareContent, ComparedShown, CompareShown } from '../content.ts';
import { CHANCE, chanceLabel, headline, intervalLabel, judgedLabel } from '../labels.ts';
import { placedOptions } from '../order.ts';
import { Picture } from './picture.phone.tsx';

const MOST_TALL = 6;

interface Props {
  readonly question: string;
  readonly content: CompareContent;
  readonly tally: NonNullable<CompareShown>;
}

/** The options by their chances, largest first, each a dot on its interval; and a sentence on the leading ones. */
export function Scores({ question, content, tally }: Props): ComponentChildren {
  const placed = placedOptions(tally);
  return (
    <>
      <p class="compare-headline view-label" lang="en">
        {headline(content, tally)}
      </p>
      <Rows content={content} tally={tally} placed={placed} />
      <DataTable
        caption={`${question} (${formatAnswerCount(tally.answers)}, ${judgedLabel(tally)})`}
        columns={['Option', CHANCE, '95% interval', 'Ahead of']}
        rows={placed.map((option) => [
          content.options[option] ?? '',
          ...cells(content, tally.options[option]),
        ])}
      />
    </>
  );
}

function cells({ options }: CompareContent, shown: ComparedShown | undefined): string[] {
  if (shown === undefined) return [];
  const ahead = shown.ahead.map((other) => options[other] ?? '').join('; ');
  return [chanceLabel(shown.chance), intervalLabel(shown, ' to '), ahead || 'too early to tell'];
}

type RowsProps = Omit<Props, 'question'> & { readonly placed: readonly number[] };

function Rows({ content, tally, placed }: RowsProps): ComponentChildren {
  const list = useRankMoves<HTMLOListElement>();
  const count = content.options.length;
  return (
    <ol
      class={`interval-rows compare-scores ${count > MOST_TALL ? 'compare-scores-many' : ''}`}
      style={{ '--rows': count }}
      ref={list}
      aria-hidden="true"
    >
      {content.options.map((text, option) => (
        <Score
          key={text}
          order={placed.indexOf(option)}
          text={text}
          picture={content.pictures[option]}
          shown={tally.options[option]}
        />
      ))}
      <IntervalAxis order={count}>
        <span>0%</span>
        <span>50%</span>
        <span>100%</span>
      </IntervalAxis>
      <IntervalLegend order={count + 1}>
        <span class="compare-key">{CHANCE}</span>
        <span class="interval-key">95% interval</span>
        <span>{judgedLabel(tally)}</span>
      </IntervalLegend>
    </ol>
  );
}

interface ScoreProps {
  readonly order: number;
  readonly text: string;
  readonly picture: string | undefined;
  readonly shown: ComparedShown | undefined;
}

function Score({ order, text, picture, shown }: ScoreProps): ComponentChildren {
  if (shown === undefined) return null;
  const { chance, low, high } = shown;
  return (
    <IntervalRow
      order={order}
      name={
        <span class="compare-name">
          <Picture address={picture} />
          <span class="view-label">
            <OwnText>{text}</OwnText>
          </span>
        </span>
      }
      figure={chanceLabel(chance)}
      range={intervalLabel(shown)}
    >
      <Whisker low={low} high={high} />
      <span class="compare-dot" style={{ insetInlineStart: `${chance}%` }} />
    </IntervalRow>
  );
}
