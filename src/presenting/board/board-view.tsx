import type { Board } from '../../session/score-views.ts';
import { View } from '../../ui/charts/view.tsx';
import { count } from '../../lib/count.ts';
import { formatNumber } from '../../lib/format-number.ts';
import { BoardRows } from './board-rows.tsx';
import { waysOfCounting } from './ways-of-counting.ts';
import './board.css';

/** The points of the room: teams, people, or numbers of people. */
export function BoardView({ board }: { board: Board }) {
  const { people, needs, teams, players, more, groups } = board;
  if (needs !== undefined) return <Notice text={`Points appear once ${needs} people have some.`} />;
  if (people === 0) {
    return <Notice text="No points yet. They count once the correct answer is revealed." />;
  }
  const rows = Math.max(teams?.length ?? 0, players?.length ?? 0, groups?.length ?? 0);
  return (
    <View>
      <div class="board-lists" style={{ '--board-rows': rows }}>
        {teams !== undefined && <BoardRows title="Teams" rows={teams} />}
        {players !== undefined && (
          <BoardRows title={teams === undefined ? '' : 'Players'} rows={players}>
            {more !== undefined && (
              <p class="view-note">
                {`and ${more} more with ${pointsLabel(players.at(-1)?.points ?? 0)}`}
              </p>
            )}
          </BoardRows>
        )}
        {groups !== undefined && (
          <ol class="board-list">
            {groups.map((group) => (
              <li key={group.points} class="board-row">
                <span class="board-place">{group.place}</span>
                <span class="board-name">{pointsLabel(group.points)}</span>
                <span class="board-people">{count(group.people, 'person', 'people')}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
      <p class="view-note board-note">{waysOfCounting(board)}</p>
    </View>
  );
}

function pointsLabel(points: number): string {
  return `${formatNumber(points)} ${points === 1 ? 'point' : 'points'}`;
}

export function Notice({ text }: { text: string }) {
  return <p class="activity-hidden">{text}</p>;
}
