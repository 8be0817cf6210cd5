import type { ComponentChildren } from 'preact';
import { capitalised } from '../../../lib/capitalised.ts';
import { formatNumber } from '../../../lib/format-number.ts';
import { HALF_THE_ROOM } from '../../../lib/spread-words.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { useRankMoves } from '../../../ui/charts/use-rank-moves.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { RankingContent, RankingShown } from '../content.ts';
import { halfLabel, meanLabel, othersNote } from '../labels.ts';
import { standings, type Standing } from '../standings.ts';

const FIGURES = ['Mean place', capitalised(HALF_THE_ROOM), 'First'];

interface Props {
  readonly question: string;
  readonly content: RankingContent;
  readonly tally: NonNullable<RankingShown>;
}

/** The options by their points, most first, each with a bar, its mean place, and how many put it first. */
export function Standings({ question, content, tally }: Props): ComponentChildren {
  const ranked = standings(content, tally);
  const note = othersNote(content);
  return (
    <>
      <div
        class="ranking-standings"
        style={{
          '--ranking-rows': content.options.length,
          // The heads, and the note below with the space before it; in em.
          '--ranking-around': note === null ? 2.8 : 4.6,
        }}
        aria-hidden="true"
      >
        <p class="ranking-row ranking-head view-note">
          <span class="ranking-points-head">Points</span>
          {FIGURES.map((name) => (
            <span key={name} class="ranking-figure">
              {name}
            </span>
          ))}
        </p>
        <Rows content={content} tally={tally} ranked={ranked} />
      </div>
      {note !== null && (
        <p class="view-note" lang="en">
          {note}
        </p>
      )}
      <DataTable
        caption={`${question} (${formatAnswerCount(tally.answers)})`}
        columns={['Option', 'Place', 'Points', ...FIGURES]}
        rows={ranked.map((standing) => [
          standing.text,
          standing.place,
          formatNumber(standing.shown.points),
          ...figuresOf(content, standing),
        ])}
      />
    </>
  );
}

type RowsProps = Omit<Props, 'question'> & { readonly ranked: readonly Standing[] };

function Rows({ content, tally, ranked }: RowsProps): ComponentChildren {
  const list = useRankMoves<HTMLOListElement>();
  const most = widestBar(content, tally);
  const inAuthorsOrder = [...ranked].sort((one, other) => one.option - other.option);
  return (
    <ol class="ranking-standing" ref={list}>
      {inAuthorsOrder.map((standing) => (
        // Ordered by style alone: a bar that another place in the document is given does not grow.
        <li
          key={standing.option}
          class={standing.place === 1 ? 'ranking-row bar-leading' : 'ranking-row'}
          style={{ order: ranked.indexOf(standing) }}
        >
          <span class="ranking-place">{standing.place}</span>
          <span class="ranking-label view-label">
            <OwnText>{standing.text}</OwnText>
          </span>
          <span class="bar-line ranking-points">
            <span class="bar-fill" style={{ width: `${(100 * standing.shown.points) / most}%` }} />
            <span class="bar-value">{formatNumber(standing.shown.points)}</span>
          </span>
          {figuresOf(content, standing).map((figure, index) => (
            <span key={FIGURES[index]} class="ranking-figure ltr">
              {figure}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** The figures below the heads of `FIGURES`. */
function figuresOf(content: RankingContent, { shown }: Standing): (string | number)[] {
  return [meanLabel(shown), halfLabel(content, shown), shown.counts[0] ?? 0];
}

// Whole tenths of what all could give: a scale that followed every answer would move all bars at each.
function widestBar({ options }: RankingContent, tally: NonNullable<RankingShown>): number {
  const all = tally.answers * options.length;
  const most = Math.max(...tally.options.map(({ points }) => points));
  return (Math.ceil((10 * most) / all) / 10) * all;
}
