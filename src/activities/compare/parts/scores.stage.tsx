import type { ComponentChildren } from 'preact';
import { DataTable } from '../../../ui/charts/data-table.tsx';
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
      class={count > MOST_TALL ? 'compare-scores compare-scores-many' : 'compare-scores'}
      style={{ '--compare-rows': count }}
      ref={list}
      aria-hidden="true"
    >
      {content.options.map((text, option) => (
        // Ordered by style alone: a dot that another place in the document is given does not move.
        <li key={text} class="compare-score" style={{ order: placed.indexOf(option) }}>
          <span class="compare-name">
            <Picture address={content.pictures[option]} />
            <span class="view-label">
              <OwnText>{text}</OwnText>
            </span>
          </span>
          <Interval shown={tally.options[option]} />
        </li>
      ))}
      <li class="compare-score compare-axis view-note" style={{ order: count }}>
        <span />
        <span class="compare-ends">
          <span>0%</span>
          <span>50%</span>
          <span>100%</span>
        </span>
      </li>
      <li class="compare-legend view-note" style={{ order: count + 1 }} lang="en">
        <span class="compare-legend-chance">{CHANCE}</span>
        <span class="compare-legend-interval">95% interval</span>
        <span>{judgedLabel(tally)}</span>
      </li>
    </ol>
  );
}

function Interval({ shown }: { shown: ComparedShown | undefined }): ComponentChildren {
  if (shown === undefined) return null;
  const { chance, low, high } = shown;
  return (
    <>
      <span class="compare-track">
        <span
          class="compare-whisker"
          style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }}
        />
        <span class="compare-dot" style={{ insetInlineStart: `${chance}%` }} />
      </span>
      <span class="compare-figure ltr">{chanceLabel(chance)}</span>
      <span class="compare-range view-note ltr">{intervalLabel(shown)}</span>
    </>
  );
}
