import { symbol, symbolsFill } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { ACCENTS, accentClass } from '../../lib/accents.ts';
import { EM } from './levels.ts';

/** The area of a mark, in square units of a chart. */
const AREA = 0.34 * EM * EM;
const DASHES = ['none', '14 7', '4 6', '18 6 4 6'];
/** The length of a side of the box around a mark. */
const BOX = 1.1 * EM;

/** The looks of one series among up to fourteen: no two have the same mark, whatever their colour. */
export interface SeriesLook {
  /** The class that gives it its colour. */
  readonly accent: string;
  /** The outline of its mark around 0, as the `d` of a path. */
  readonly mark: string;
  readonly isHollow: boolean;
  /** The dashes of its lines. */
  readonly dashes: string;
}

/** The looks of the series at a place, from 0. */
export function seriesLook(place: number): SeriesLook {
  const kind = symbolsFill[place % symbolsFill.length];
  return {
    accent: accentClass((place % ACCENTS) + 1),
    mark: symbol(kind, AREA)() ?? '',
    isHollow: place >= symbolsFill.length,
    dashes: DASHES[place % DASHES.length] ?? 'none',
  };
}

/** The mark of a series beside its name. */
export function SeriesMark({ place }: { place: number }): ComponentChildren {
  const { accent, mark, isHollow } = seriesLook(place);
  return (
    <svg
      class={`series-mark ${accent}`}
      viewBox={`${-BOX / 2} ${-BOX / 2} ${BOX} ${BOX}`}
      aria-hidden="true"
    >
      <path class={isHollow ? 'series-shape series-hollow' : 'series-shape'} d={mark} />
    </svg>
  );
}
