import { scaleBand, scaleLinear } from 'd3-scale';

/** Drawing units for one em of the surrounding text, so that a chart's words match the page's. */
export const EM = 28;

export interface LevelScale {
  /** The width of the drawing, in drawing units. */
  readonly width: number;
  /** The width of one level's column. */
  readonly column: number;
  /** The left edge of a level's column. */
  left(level: number): number;
  /** The middle of a value; values between two levels lie between their middles. */
  middle(value: number): number;
}

/** Places `count` levels, the first being `from`, side by side. */
export function levelScale(from: number, count: number): LevelScale {
  const levels = Array.from({ length: count }, (_, step) => from + step);
  const width = count * (count > 7 ? 1.7 : 3.2) * EM;
  const bands = scaleBand(levels, [0, width]).paddingInner(0.18).paddingOuter(0.09);
  const first = (bands(from) ?? 0) + bands.bandwidth() / 2;
  return {
    width,
    column: bands.bandwidth(),
    left: (level) => bands(level) ?? 0,
    middle: scaleLinear([from, from + count - 1], [first, width - first]),
  };
}
