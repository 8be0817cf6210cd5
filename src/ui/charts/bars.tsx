import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { OwnText } from '../own-text.tsx';

const FEW = 8;

interface Bar {
  readonly label: string;
  readonly count: number;
  /** One of the theme's accents, from 1; by default that of the surroundings. */
  readonly accent?: number | undefined;
}

export interface BarsProps {
  readonly bars: readonly Bar[];
  /** The count of which each bar is a share. */
  readonly total: number;
}

/**
 * A horizontal bar for each label, with its count and its share at its end. The longest are told by
 * weight and by a solid bar, so that no colour is needed. Hidden from assistive technology: put a
 * `DataTable` beside it.
 */
export function Bars({ bars, total }: BarsProps): ComponentChildren {
  const most = Math.max(...bars.map(({ count }) => count));
  const length = scaleLinear([0, longestShare(most, total)], [0, 100]);
  return (
    <ol
      class={bars.length > FEW ? 'bars bars-many' : 'bars bars-few'}
      style={{ '--bars': bars.length }}
      aria-hidden="true"
    >
      {bars.map(({ label, count, accent }) => (
        <li key={label} class={barClass(count === most && most > 0, accent)}>
          <span class="bar-label view-label">
            <OwnText>{label}</OwnText>
          </span>
          <span class="bar-line">
            <span
              class={count === 0 ? 'bar-fill bar-fill-empty' : 'bar-fill'}
              style={{ width: `${length(count / total)}%` }}
            />
            <span class="bar-value">
              <span class="bar-count">{count}</span> {percent(count, total)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function barClass(leading: boolean, accent: number | undefined): string {
  return `bar ${leading ? 'bar-leading' : ''} ${accentClass(accent)}`;
}

/** A share as a percentage: "40%". */
export function percent(count: number, total: number): string {
  return `${Math.round((100 * count) / total)}%`;
}

/** The share of a bar of full length. In tenths: a scale that followed every answer would move all bars. */
export function longestShare(most: number, total: number): number {
  return Math.max(Math.ceil((10 * most) / total), 1) / 10;
}
