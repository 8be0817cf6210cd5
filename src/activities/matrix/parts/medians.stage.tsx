import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../../lib/format-number.ts';
import { HALF_THE_ROOM, MIDDLE_ANSWER } from '../../../lib/spread-words.ts';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import type { ItemShown, MatrixContent, MatrixShown } from '../content.ts';
import { halfLabel, quadrantLabel } from '../labels.ts';
import { Numbers } from './numbers.tsx';

type Shown = NonNullable<ItemShown>;

/** An item that enough attendees have placed. */
interface PlacedItem {
  readonly item: number;
  readonly shown: Shown;
}

/** The classes that give each item a hue of its own, on its number, its bars and in the legend. */
export function hueOf(item: number): string {
  return `accent-${item + 1}`;
}

interface MediansProps {
  readonly tally: NonNullable<MatrixShown>;
}

/** The number of each item at its medians, and a bar over the middle half of the room on either axis. */
export function Medians({ tally }: MediansProps): ComponentChildren {
  const placed = tally.items.flatMap((shown, item): PlacedItem[] =>
    shown === null ? [] : [{ item, shown }],
  );
  return (
    <>
      {placed.map(({ item, shown: { x, y } }) => (
        <span key={item} class={hueOf(item)}>
          <span
            class="matrix-half matrix-half-across"
            style={{
              insetInlineStart: `${x.lowerQuartile}%`,
              width: `${x.upperQuartile - x.lowerQuartile}%`,
              bottom: `${y.median}%`,
            }}
          />
          <span
            class="matrix-half matrix-half-up"
            style={{
              insetInlineStart: `${x.median}%`,
              bottom: `${y.lowerQuartile}%`,
              height: `${y.upperQuartile - y.lowerQuartile}%`,
            }}
          />
        </span>
      ))}
      <Numbers
        marks={placed.map(({ item, shown: { x, y } }) => ({
          item,
          position: [x.median, y.median],
          look: `matrix-own ${hueOf(item)}`,
        }))}
      />
    </>
  );
}

interface TableProps extends MediansProps {
  readonly question: string;
  readonly content: MatrixContent;
}

/** All that the square shows, for screen readers. */
export function MediansTable({ question, content, tally }: TableProps): ComponentChildren {
  const columns = [content.x, content.y].flatMap(({ label }) =>
    [MIDDLE_ANSWER, HALF_THE_ROOM].map((figure) => `${label}: ${figure}`),
  );
  return (
    <DataTable
      caption={`${question} (${formatAnswerCount(tally.answers)})`}
      columns={['Item', ...columns, 'Where', 'Answers']}
      rows={content.items.map((item, at) => [item, ...cells(content, tally.items[at] ?? null)])}
    />
  );
}

function cells(content: MatrixContent, shown: ItemShown): (string | number)[] {
  if (shown === null) return ['', '', '', '', 'not enough answers yet', ''];
  const { count, x, y } = shown;
  return [
    ...[x, y].flatMap((axis) => [formatNumber(axis.median), halfLabel(axis)]),
    quadrantLabel(content, [x.median, y.median]),
    count,
  ];
}
