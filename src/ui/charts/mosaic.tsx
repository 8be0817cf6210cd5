import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { accentClass, ACCENTS } from '../../lib/accents.ts';
import { OwnText } from '../own-text.tsx';
import './mosaic.css';

/** A band of a mosaic. */
export interface MosaicRow {
  readonly name: string;
  /** The people of its height; null where these are hidden. */
  readonly people: number | null;
  /** The people of each column; null where these are hidden. */
  readonly cells: readonly (number | null)[];
}

interface Props {
  readonly columns: readonly string[];
  readonly rows: readonly MosaicRow[];
}

/** The height of all bands together, in rem. */
const HEIGHT = 18;
const LOWEST_BAND = 1.5;
/** A narrower part has no room for its letter. */
const NARROWEST_LETTERED = 0.04;

/**
 * A band for each row, as high as it has people, with a part for each column, as wide as its share. Parts
 * have the letters of their columns, and all hidden ones are one hatched part at the end. Hidden from
 * assistive technology: put a table beside it. Fills and hatching are drawn, so that every printer has them.
 */
export function Mosaic({ columns, rows }: Props): ComponentChildren {
  const hatching = useId();
  const total = rows.reduce((sum, { people }) => sum + (people ?? 0), 0);
  return (
    <div class="mosaic" aria-hidden="true">
      <ol class="mosaic-columns">
        {columns.map((name, column) => (
          <li key={column} class={accentOf(column)}>
            <span class="mosaic-letter">{letterOf(column)}</span> <OwnText>{name}</OwnText>
          </li>
        ))}
      </ol>
      <div class="mosaic-rows">
        {rows.map(({ name, people, cells }, row) => (
          <div key={row} class="mosaic-row">
            <span class="mosaic-name">
              <OwnText>{name}</OwnText>
            </span>
            <svg
              class="mosaic-band"
              style={{ height: `${bandHeight(people, total)}rem` }}
              focusable="false"
            >
              <Hatching id={`${hatching}-${row}`} />
              <Parts people={people} cells={cells} hatching={`${hatching}-${row}`} />
            </svg>
          </div>
        ))}
      </div>
    </div>
  );
}

function Hatching({ id }: { id: string }): ComponentChildren {
  return (
    <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse">
      <path d="M-1 8 8 -1M-1 1 1 -1M6 8 8 6" class="mosaic-hatching" />
    </pattern>
  );
}

interface PartsProps {
  readonly people: number | null;
  readonly cells: readonly (number | null)[];
  readonly hatching: string;
}

function Parts({ people, cells, hatching }: PartsProps): ComponentChildren {
  let end = 0;
  const parts = cells.map((cell, column) => {
    const [start, share] = [end, people === null ? 0 : (cell ?? 0) / people];
    end += share;
    return { column, start, share };
  });
  return (
    <>
      {parts
        .filter(({ share }) => share > 0)
        .map(({ column, start, share }) => (
          <g key={column} class={accentOf(column)}>
            <rect class="mosaic-part" x={inPercent(start)} width={inPercent(share)} height="100%" />
            {share >= NARROWEST_LETTERED && (
              <text x={inPercent(start + share / 2)} y="50%">
                {letterOf(column)}
              </text>
            )}
          </g>
        ))}
      {cells.includes(null) && end < 1 && (
        <rect
          class="mosaic-hidden"
          x={inPercent(end)}
          width={inPercent(1 - end)}
          height="100%"
          fill={`url(#${hatching})`}
        />
      )}
    </>
  );
}

function bandHeight(people: number | null, total: number): number {
  return people === null ? LOWEST_BAND : Math.max(LOWEST_BAND, (HEIGHT * people) / total);
}

function accentOf(column: number): string {
  return accentClass((column % ACCENTS) + 1);
}

/** Letters, because the names of columns may be numbers. */
function letterOf(column: number): string {
  return String.fromCodePoint(65 + column);
}

function inPercent(share: number): string {
  return `${100 * share}%`;
}
