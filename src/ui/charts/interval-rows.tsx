import type { ComponentChildren } from 'preact';
import './interval-rows.css';

interface RowProps {
  readonly order: number;
  readonly name: ComponentChildren;
  /** All that is drawn on the row's track. */
  readonly children: ComponentChildren;
  readonly figure: string;
  /** The interval in figures, or null. */
  readonly range: ComponentChildren;
}

/**
 * A row of a list with the class `interval-rows`: a name, a track, and figures in columns of their own, so
 * that all tracks have one measure.
 */
export function IntervalRow({ order, name, children, figure, range }: RowProps): ComponentChildren {
  return (
    // Ordered by style alone: a bar that another place in the document is given does not grow.
    <li class="interval-row" style={{ order }}>
      <span class="interval-name">{name}</span>
      <span class="interval-track">{children}</span>
      <span class="interval-figure ltr">{figure}</span>
      <span class="interval-range view-note ltr">{range}</span>
    </li>
  );
}

/** An interval on a track, from `low` to `high` percent of it. */
export function Whisker({ low, high }: { low: number; high: number }): ComponentChildren {
  return <span class="whisker" style={{ insetInlineStart: `${low}%`, width: `${high - low}%` }} />;
}

/** The row with the figures along the axis. */
export function IntervalAxis({
  order,
  children,
}: Pick<RowProps, 'order' | 'children'>): ComponentChildren {
  return (
    <li class="interval-row interval-axis view-note" style={{ order }}>
      <span />
      <span class="interval-ends">{children}</span>
    </li>
  );
}

/** The last row: the meaning of the marks. Its `interval-key` has a whisker before it. */
export function IntervalLegend({
  order,
  children,
}: Pick<RowProps, 'order' | 'children'>): ComponentChildren {
  return (
    <li class="interval-legend view-note" style={{ order }} lang="en">
      {children}
    </li>
  );
}
