import { scaleLinear } from 'd3-scale';
import type { ComponentChildren } from 'preact';

const FEW = 8;

export interface BarsProps {
  readonly bars: readonly { readonly label: string; readonly count: number }[];
  /** Of how many each bar is a share. */
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
      {bars.map(({ label, count }) => (
        <li key={label} class={count === most && most > 0 ? 'bar bar-leading' : 'bar'}>
          <span class="bar-label">{label}</span>
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

/** A share in words: "40%". */
export function percent(count: number, total: number): string {
  return `${Math.round((100 * count) / total)}%`;
}

// Whole tenths: a scale that followed every vote would move all bars at each of them.
function longestShare(most: number, total: number): number {
  return Math.max(Math.ceil((10 * most) / total), 1) / 10;
}
