import type { ComponentChildren } from 'preact';
import { accentClass } from '../../../lib/accents.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import type { MatchContent } from '../content.ts';
import type { MatchShown } from '../match.ts';
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
 * For each case a solid bar for those who match it clearly, and below it an open one for those who
 * are between it and another: two bars from one line, as the second are counted twice and no sum
 * of both means anything.
 */
export function Spread({ question, content, tally, room }: SpreadProps): ComponentChildren {
  const { answers, finished } = tally;
  const widest = widestBar(room, finished);
  return (
    <>
      <p class="match-leading view-label" lang="en">
        {leadingCasesLabel(content, room, finished)}
      </p>
      <ol class="match-spread" style={{ '--match-rows': content.cases.length }} aria-hidden="true">
        {content.cases.map(({ name, accent }, place) => (
          <li key={name} class={`match-row ${accentClass(accent)}`}>
            <span class="match-case-name view-label">
              <OwnText>{name}</OwnText>
            </span>
            <span class="match-bars" lang="en">
              <Bar count={room.clear[place] ?? 0} of={widest} is="clearly" />
              {room.between[place] !== 0 && (
                <Bar count={room.between[place] ?? 0} of={widest} is="between" />
              )}
            </span>
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
        rows={content.cases.map(({ name }, place) => [
          name,
          room.clear[place] ?? 0,
          room.between[place] ?? 0,
        ])}
      />
    </>
  );
}

interface BarProps {
  readonly count: number;
  /** The count whose bar fills the width. */
  readonly of: number;
  readonly is: 'clearly' | 'between';
}

function Bar({ count, of, is }: BarProps): ComponentChildren {
  return (
    <span class={`match-bar match-bar-${is}`}>
      {count > 0 && <span class="match-bar-fill" style={{ width: `${(100 * count) / of}%` }} />}
      <span class="match-bar-value">
        <b>{count}</b> {is}
      </span>
    </span>
  );
}

// Whole tenths of the room: a scale that followed every answer would move all bars at each of them.
function widestBar({ clear, between }: MatchRoom, finished: number): number {
  const most = Math.max(...clear, ...between);
  return (Math.max(Math.ceil((10 * most) / finished), 1) / 10) * finished;
}
