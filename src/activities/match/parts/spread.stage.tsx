import type { ComponentChildren } from 'preact';
import { accentClass } from '../../../lib/accents.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { useRankMoves } from '../../../ui/charts/use-rank-moves.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import type { MatchContent } from '../content.ts';
import type { MatchShown } from '../match.ts';
import { rankedCases } from '../room-ranks.ts';
import { leadingCasesLabel, restLabels } from '../labels.ts';
import type { MatchRoom } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface SpreadProps {
  readonly question: string;
  readonly content: MatchContent;
  readonly tally: NonNullable<MatchShown>;
  readonly room: MatchRoom;
}

/**
 * For each case a bar for those who match it clearly, as the sentence above counts them, the longest
 * first. Those between it and another are a figure beside it: they are counted twice, and would outgrow
 * what is clear.
 */
export function Spread({ question, content, tally, room }: SpreadProps): ComponentChildren {
  const { answers, finished } = tally;
  const widest = widestBar(room, finished);
  const cases = rankedCases(room);
  const list = useRankMoves<HTMLOListElement>();
  return (
    <>
      <p class="match-leading view-label" lang="en">
        {leadingCasesLabel(content, room, finished)}
      </p>
      <ol
        class="match-spread"
        style={{ '--match-rows': content.cases.length }}
        ref={list}
        aria-hidden="true"
      >
        {content.cases.map(({ name, accent }, place) => (
          // Ordered by style alone: a bar that another place in the document is given does not grow.
          <li
            key={name}
            class={`match-row ${accentClass(accent)}`}
            style={{ order: cases.indexOf(place) }}
          >
            <span class="match-case-name view-label">
              <OwnText>{name}</OwnText>
            </span>
            <Bar
              clear={room.clear[place] ?? 0}
              between={room.between[place] ?? 0}
              widest={widest}
            />
          </li>
        ))}
      </ol>
      <ul class="match-rest view-note" lang="en">
        {restLabels(room, answers - finished).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <DataTable
        caption={`${question} (${formatAnswerCount(answers)})`}
        columns={['Case', 'Match it clearly', 'Between it and another']}
        rows={cases.map((place) => [
          content.cases[place]?.name ?? '',
          room.clear[place] ?? 0,
          room.between[place] ?? 0,
        ])}
      />
    </>
  );
}

interface BarProps {
  readonly clear: number;
  readonly between: number;
  /** The count whose bar fills the width. */
  readonly widest: number;
}

function Bar({ clear, between, widest }: BarProps): ComponentChildren {
  return (
    <span class="match-bar" lang="en">
      {clear > 0 && <span class="match-bar-fill" style={{ width: `${(100 * clear) / widest}%` }} />}
      <span class="match-bar-value">
        <b>{clear}</b> clearly{between > 0 && `, ${between} between`}
      </span>
    </span>
  );
}

// Whole tenths of the room: a scale that followed every answer would move all bars at each of them.
function widestBar({ clear }: MatchRoom, finished: number): number {
  return (Math.max(Math.ceil((10 * Math.max(...clear)) / finished), 1) / 10) * finished;
}
