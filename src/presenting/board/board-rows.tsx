import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { count } from '../../lib/count.ts';
import { formatNumber } from '../../lib/format-number.ts';
import type { BoardRow } from '../../session/score-views.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { useRankMoves } from '../../ui/charts/use-rank-moves.ts';
import { OwnText } from '../../ui/own-text.tsx';

/** The time for which the room sees the places of the last board, before rows move. */
const BEFORE_MOVES_MS = 700;

interface Props {
  /** '' for a list that stands alone. */
  readonly title: string;
  readonly rows: readonly BoardRow[];
  readonly children?: ComponentChildren;
}

/** Names with their points, the most first. Rows come from the places that they had. */
export function BoardRows({ title, rows, children }: Props) {
  const list = useRankMoves<HTMLOListElement>();
  const order = useOrder(rows);
  const inOrderOfKeys = [...rows].sort((one, other) => (one.key < other.key ? -1 : 1));
  return (
    <div class="board-part">
      {title !== '' && (
        <h3 class="board-title" aria-hidden="true">
          {title}
        </h3>
      )}
      <ol class="board-list" ref={list} aria-hidden="true">
        {inOrderOfKeys.map((row) => (
          // Ordered by style alone, as the rows of a ranking are: each keeps its element.
          <li key={row.key} class="board-row" style={{ order: order.indexOf(row.key) }}>
            <span class="board-place">{row.place ?? '–'}</span>
            <span class="board-name view-label">
              <OwnText>{row.name}</OwnText>
              {row.people !== undefined && (
                <span class="board-people"> {count(row.people, 'person', 'people')}</span>
              )}
            </span>
            <Change places={row.change} />
            <span class="board-points">{pointsOf(row)}</span>
          </li>
        ))}
      </ol>
      <DataTable
        caption={title === '' ? 'Points' : title}
        columns={['Name', 'Place', 'Points', 'Change']}
        rows={rows.map((row) => [
          nameLabel(row),
          row.place ?? '–',
          pointsOf(row),
          changeLabel(row),
        ])}
      />
      {children}
    </div>
  );
}

/** The keys of the rows in the order in which they are drawn: first the earlier one, then that of now. */
function useOrder(rows: readonly BoardRow[]): readonly string[] {
  const [hasMoved, setMoved] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setMoved(true), BEFORE_MOVES_MS);
    return () => clearTimeout(timer);
  }, []);
  const keys = rows.map(({ key }) => key);
  if (hasMoved) return keys;
  const before = new Map(
    rows.map(({ key, place, change }) => [
      key,
      place === null || change === null ? Infinity : place + change,
    ]),
  );
  return [...keys].sort((one, other) => (before.get(one) ?? 0) - (before.get(other) ?? 0) || 0);
}

function nameLabel({ name, people }: BoardRow): string {
  return people === undefined ? name : `${name} (${count(people, 'person', 'people')})`;
}

function pointsOf({ points }: BoardRow): string {
  return points === null ? '–' : formatNumber(points);
}

function changeLabel({ change }: BoardRow): string {
  if (change === null || change === 0) return '';
  return `${change > 0 ? 'up' : 'down'} ${count(Math.abs(change), 'place')}`;
}

function Change({ places }: { places: number | null }) {
  if (places === null || places === 0) return <span class="board-change" />;
  return places > 0 ? (
    <span class="board-change board-up">{`▲ ${places}`}</span>
  ) : (
    <span class="board-change">{`▼ ${-places}`}</span>
  );
}
