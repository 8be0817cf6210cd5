import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/format-number.ts';
import type { Spread } from '../../lib/stats.ts';
import { EM, levelScale } from './levels.ts';

const COLUMNS = 1.75 * EM;
const BASE = EM + COLUMNS;
const STRIP = BASE + 0.36 * EM;
const HEIGHT = BASE + 0.72 * EM;

export interface DistributionProps {
  /** Answers for each level, from the lowest. */
  readonly counts: readonly number[];
  /** The lowest level. */
  readonly from: number;
  readonly spread: Spread;
  /** The count of a column of full height: the same for charts that are compared. */
  readonly most: number;
}

/**
 * A column for each level, its count on top; below, a line over the middle half of the answers and a
 * diamond at the median. Hidden from assistive technology: put a `DataTable`
 * beside it.
 */
export function Distribution({ counts, from, spread, most }: DistributionProps): ComponentChildren {
  const levels = levelScale(from, counts.length);
  const height = scaleLinear([0, most], [0, COLUMNS]);
  const middle = (value: number): number => levels.middle(value);
  return (
    <svg
      class="distribution"
      viewBox={`0 0 ${levels.width} ${HEIGHT}`}
      width={chartWidth(from, counts.length)}
      aria-hidden="true"
    >
      {counts.map((count, step) => {
        const left = levels.left(from + step);
        const top = BASE - height(count);
        return (
          <g key={step}>
            <rect
              class="distribution-column"
              x={left}
              y={top}
              width={levels.column}
              height={height(count)}
            />
            <text
              class="distribution-count"
              x={left + levels.column / 2}
              style={{ transform: `translateY(${top - 0.24 * EM}px)` }}
            >
              {count === 0 ? '' : count}
            </text>
          </g>
        );
      })}
      <line class="distribution-base" x1={0} x2={levels.width} y1={BASE} y2={BASE} />
      <line
        class="distribution-half"
        x1={middle(spread.lowerQuartile)}
        x2={middle(spread.upperQuartile)}
        y1={STRIP}
        y2={STRIP}
      />
      <path class="distribution-median" d={diamond(middle(spread.median), STRIP, 0.34 * EM)} />
    </svg>
  );
}

/** The width of a `Distribution` of `count` levels, as a CSS length. */
export function chartWidth(from: number, count: number): string {
  return `${levelScale(from, count).width / EM}em`;
}

/** The numbers of the levels, to go below a `Distribution`. */
export function LevelAxis({ from, count }: { from: number; count: number }): ComponentChildren {
  const levels = levelScale(from, count);
  return (
    <svg
      class="distribution"
      viewBox={`0 0 ${levels.width} ${1.3 * EM}`}
      width={chartWidth(from, count)}
      aria-hidden="true"
    >
      {Array.from({ length: count }, (_, step) => (
        <text key={step} class="distribution-level" x={levels.middle(from + step)} y={EM}>
          {formatNumber(from + step)}
        </text>
      ))}
    </svg>
  );
}

function diamond(x: number, y: number, size: number): string {
  return `M${x},${y - size}l${size},${size}l${-size},${size}l${-size},${-size}z`;
}
