import type { ComponentChildren } from 'preact';
import { capitalised } from '../../lib/capitalised.ts';
import { formatNumber, formatWithUnit } from '../../lib/format-number.ts';
import type { Histogram as Bins } from '../../lib/histogram.ts';
import { formatHalf, MIDDLE_ANSWER } from '../../lib/spread-words.ts';
import type { Spread } from '../../lib/stats.ts';
import { countBelow, histogramScale, type HistogramScale } from './histogram-scale.ts';
import './histogram.css';

/** The least widths of the three drawings of the scale, in em. */
const WIDTHS = { narrow: 20, middle: 32, wide: 44 } as const;
/** The width of a digit, and of the space between two numbers, in em. */
const DIGIT = 0.6;
const WHITE = 0.95;
/** The least count of a full column, so that a single answer does not fill the chart. */
const LEAST_HEIGHT = 3;
/** The height at which a line begins, and that of the count on a column, with its margin, in em. */
const LINE_TOP = 2.5;
const COUNT_ROOM = 1.5;
/** The least number of answers for which the middle half is drawn. */
const FEWEST_QUARTERED = 4;
/** The longest unit, in letters, that follows each number; a longer one is shown once at the scale. */
const SHORT_UNIT = 3;
/** The space between the two halves of a label: one that SVG keeps. */
const GAP = '\u2003';
/** The width of a letter of a label, and of the margin that it may reach into, in em. */
const LETTER = 0.5;
const MARGIN = 2.5;

export interface HistogramProps {
  readonly histogram: Bins;
  readonly unit: string;
  /** null before the results are revealed: only the scale is drawn. */
  readonly spread: Spread | null;
  /** A labelled value, drawn as a line that ends above its column; null for none. */
  readonly line: { readonly value: number; readonly label: string } | null;
}

/**
 * A column for each bin, its count on top; above, the median as a diamond on a line over the middle
 * half, both labelled; below, the scale with its unit. Hidden from assistive
 * technology: put a `DataTable` beside it.
 */
export function Histogram({ histogram, unit, spread, line }: HistogramProps): ComponentChildren {
  const scale = histogramScale(histogram);
  const short = unit.startsWith('%') ? '%' : unit.length > SHORT_UNIT ? '' : unit;
  const name = (value: number): string =>
    short === '%' ? formatWithUnit(value, '%') : formatNumber(value);
  const letters = Math.max(...scale.ticks(10).map((tick) => name(tick).length));
  return (
    <div
      class={line === null ? 'histogram' : 'histogram histogram-lined'}
      style={{ '--letters': letters }}
      aria-hidden="true"
    >
      <svg class="histogram-plot">
        <Columns histogram={histogram} scale={scale} />
        {line !== null && (
          <Line at={scale.place(line.value)} {...{ histogram, scale }}>
            {line.label} {formatWithUnit(line.value, short)}
          </Line>
        )}
        <Counts histogram={histogram} scale={scale} />
        {spread !== null && (
          <svg class="histogram-mark" y={line === null ? '-1.65em' : '-3.55em'}>
            <Middle spread={spread} unit={short} scale={scale} />
          </svg>
        )}
        <Scale bins={histogram.counts.length} {...{ scale, letters, name }} />
      </svg>
      {unit !== short && <p class="histogram-unit view-label">{unit}</p>}
    </div>
  );
}

interface PartProps {
  readonly histogram: Bins;
  readonly scale: HistogramScale;
}

function Columns({ histogram: { edges, counts }, scale }: PartProps): ComponentChildren {
  const height = heightOf(counts);
  return counts.map((count, bin) => {
    const [left, right] = [scale.place(edges[bin] ?? 0), scale.place(edges[bin + 1] ?? 0)];
    return (
      <rect
        key={edges[bin]}
        class="histogram-column"
        x={`${left + 0.04 * (right - left)}%`}
        width={`${0.92 * (right - left)}%`}
        y={`${100 - height(count)}%`}
        height={`${height(count)}%`}
      />
    );
  });
}

function Counts({ histogram: { edges, counts }, scale }: PartProps): ComponentChildren {
  const height = heightOf(counts);
  return counts.map((count, bin) => {
    if (count === 0) return null;
    const [left, right] = [scale.place(edges[bin] ?? 0), scale.place(edges[bin + 1] ?? 0)];
    return (
      <Label
        key={edges[bin]}
        look="histogram-count"
        at={(left + right) / 2}
        side="middle"
        from={`${100 - height(count)}%`}
        up="-0.35em"
      >
        {count}
      </Label>
    );
  });
}

/** The height of a count's column in percent. */
function heightOf(counts: readonly number[]): (count: number) => number {
  const most = Math.max(LEAST_HEIGHT, ...counts);
  return (count) => (100 * count) / most;
}

type LineProps = PartProps & { readonly at: number; readonly children: ComponentChildren };

/** A line from its label down to the count on its column, or to the scale where there is no column. */
function Line({ histogram, scale, at, children }: LineProps): ComponentChildren {
  const count = countBelow(histogram, scale, at);
  const end = 100 - heightOf(histogram.counts)(count);
  const height = `calc(${end}% + ${LINE_TOP - (count === 0 ? 0 : COUNT_ROOM)}em)`;
  return (
    <g class="histogram-line">
      <rect x={`${at}%`} y={`-${LINE_TOP}em`} style={{ height }} />
      <Label at={at} side={besideMark(at)} up="-1.65em">
        {children}
      </Label>
    </g>
  );
}

interface MiddleProps {
  readonly spread: Spread;
  readonly unit: string;
  readonly scale: HistogramScale;
}

function Middle({ spread, unit, scale }: MiddleProps): ComponentChildren {
  const { count, lowerQuartile, median, upperQuartile } = spread;
  const at = scale.place(median);
  const name = `${capitalised(MIDDLE_ANSWER)} ${formatWithUnit(median, unit)}`;
  const words = formatHalf(spread, unit);
  const both = `${name} ${words}`.length * LETTER - MARGIN;
  const half =
    count < FEWEST_QUARTERED ? null : (
      <tspan class={`histogram-soft ${fitsFrom((100 * both) / Math.max(at, 100 - at))}`}>
        {words}
      </tspan>
    );
  return (
    <>
      {half !== null && (
        <line
          class="histogram-half"
          x1={`${scale.place(lowerQuartile)}%`}
          x2={`${scale.place(upperQuartile)}%`}
        />
      )}
      <svg x={`${at}%`}>
        <rect class="histogram-median" x="-0.3em" y="-0.3em" width="0.6em" height="0.6em" />
      </svg>
      {half !== null && (
        <Label look="histogram-soft histogram-above" at={at} side={besideMark(at)} up="-2em">
          {words}
        </Label>
      )}
      <Label at={at} side={besideMark(at)} up="-0.75em">
        {/* The median's label is next to its mark, on either side. */}
        {at >= 50 && half}
        {at >= 50 && half !== null && GAP}
        <tspan class="histogram-strong">{name}</tspan>
        {at < 50 && half !== null && GAP}
        {at < 50 && half}
      </Label>
    </>
  );
}

/** The class that hides a text in charts narrower than `width`, in em. */
function fitsFrom(width: number): string {
  if (width <= WIDTHS.narrow) return '';
  return width <= WIDTHS.middle ? 'histogram-not-narrow' : 'histogram-only-wide';
}

/** The side of a mark on which there is more room for its label. */
function besideMark(at: number): Side {
  return at < 50 ? 'right' : 'left';
}

type Side = 'left' | 'middle' | 'right';

const sides = {
  left: { offset: '-0.45em', anchor: 'end' },
  middle: { offset: '0', anchor: 'middle' },
  right: { offset: '0.45em', anchor: 'start' },
} as const;

interface LabelProps {
  readonly at: number;
  readonly side: Side;
  /** The height above which it stands; by default the top of the columns. */
  readonly from?: string;
  readonly up: string;
  readonly look?: string;
  readonly children: ComponentChildren;
}

/** A text whose own place is 0, so that it is turned back there where the drawing is mirrored. */
function Label({ at, side, from = '0', up, look, children }: LabelProps): ComponentChildren {
  const { offset, anchor } = sides[side];
  return (
    <svg class="histogram-label" x={`${at}%`} y={from}>
      <svg x={offset}>
        <text class={look} y={up} text-anchor={anchor}>
          {children}
        </text>
      </svg>
    </svg>
  );
}

interface ScaleProps {
  readonly bins: number;
  readonly scale: HistogramScale;
  /** The length of the longest number on the scale. */
  readonly letters: number;
  name(value: number): string;
}

/** The most numbers that fit below `bins` bins; the outer two reach half into the margins. */
function mostTicks(em: number, letters: number, bins: number): number {
  return Math.min(Math.floor(em / (letters * DIGIT + WHITE)), bins) + 1;
}

/** The base line and the numbers below it: the wider the chart, the more of them. */
function Scale({ bins, scale, letters, name }: ScaleProps): ComponentChildren {
  return (
    <>
      <line class="histogram-base" x2="100%" y1="100%" y2="100%" />
      {Object.entries(WIDTHS).map(([width, em]) => (
        <g key={width} class={`histogram-scale-${width}`}>
          {scale.ticks(mostTicks(em, letters, bins)).map((tick) => (
            <svg key={tick} x={`${scale.place(tick)}%`} y="100%">
              <line class="histogram-base" y2="0.35em" />
              <text class="histogram-tick" y="1.4em">
                {name(tick)}
              </text>
            </svg>
          ))}
        </g>
      ))}
    </>
  );
}
