import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/format-number.ts';
import { EM } from './levels.ts';
import { angleOf, LABEL_GAP, lettersAt, radiusFor, ringLevels, wrapWords } from './radar-layout.ts';

const WIDTH = 24 * EM;
export const HEIGHT = 18.6 * EM;
const LABEL_LINE = 1.12 * EM;

type Anchor = 'start' | 'middle' | 'end';

/** The scale of a radar. */
export interface RadarScale {
  /** The lowest level, drawn as the innermost ring. */
  readonly from: number;
  /** The highest level, drawn as the outermost ring. */
  readonly to: number;
  /** The font of the labels: phones use their own, which may be wider. */
  readonly sans: 'stage' | 'phone';
}

/** The places of a radar's parts. */
export interface RadarFrame {
  /** The lines of each axis's label. */
  readonly labels: readonly (readonly string[])[];
  /** The radius of the outermost ring, in em. */
  readonly room: number;
  /** The levels of the rings. */
  readonly rings: readonly number[];
  /** The radius of a level. */
  reach(level: number): number;
}

/** The frame of a radar with an axis for each label. */
export function radarFrame(labels: readonly string[], { from, to, sans }: RadarScale): RadarFrame {
  const lines = labels.map((label, index) =>
    wrapWords(label, lettersAt(angleOf(index, labels.length))),
  );
  const room = radiusFor(lines, WIDTH / EM, sans);
  const scale = scaleLinear([from - 1, to], [0, room * EM]);
  return { labels: lines, room, rings: ringLevels(from, to, room), reach: (level) => scale(level) };
}

interface DrawingProps {
  readonly frame: RadarFrame;
  /** All that lies over the rings, and under the numbers of the levels. */
  readonly children: ComponentChildren;
  /** All that lies over these. */
  readonly names?: ComponentChildren;
}

/** The rings and axes of a radar, with the drawing on them. Hidden from assistive technology. */
export function RadarDrawing({ frame, children, names }: DrawingProps): ComponentChildren {
  const { labels, room, rings, reach } = frame;
  return (
    <svg
      class="radar"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      width={`${WIDTH / EM}em`}
      aria-hidden="true"
    >
      {rings.map((level) => (
        <path key={level} class="radar-ring" d={outline(labels.map(() => reach(level)))} />
      ))}
      {labels.map((lines, index) => (
        <Axis key={index} lines={lines} radius={room * EM} angle={angleOf(index, labels.length)} />
      ))}
      {children}
      {rings.map((level) => (
        <Label
          key={level}
          look="radar-level"
          x={-0.3 * EM}
          y={-reach(level) + 0.3 * EM}
          anchor="end"
        >
          <tspan class="ltr">{formatNumber(level)}</tspan>
        </Label>
      ))}
      {names}
    </svg>
  );
}

/** The end of a radius on one of `axes` axes. */
export function pointOf(radius: number, index: number, axes: number): { x: number; y: number } {
  const angle = angleOf(index, axes);
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** A closed line through a radius on each axis, as the `d` of a path. */
export function outline(radii: readonly number[]): string {
  const line = lineRadial<number>()
    .angle((_, index) => angleOf(index, radii.length))
    .radius((radius) => radius)
    .curve(curveLinearClosed);
  return line([...radii]) ?? '';
}

interface LabelProps {
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly children: ComponentChildren;
}

/** A text whose own place is 0, so that it is turned back there where the drawing is mirrored. */
export function Label({ look, x, y, anchor: side, children }: LabelProps): ComponentChildren {
  return (
    <g transform={`translate(${x} ${y})`}>
      <text class={look} text-anchor={side}>
        {children}
      </text>
    </g>
  );
}

interface AxisProps {
  /** The lines of its label. */
  readonly lines: readonly string[];
  readonly radius: number;
  readonly angle: number;
}

function Axis({ lines, radius, angle }: AxisProps): ComponentChildren {
  const [right, up] = [Math.sin(angle), Math.cos(angle)];
  const at = radius + LABEL_GAP * EM;
  const first = -at * up + 0.35 * (1 - up) * EM - ((1 + up) / 2) * (lines.length - 1) * LABEL_LINE;
  return (
    <g>
      <line class="radar-axis" x1={0} y1={0} x2={radius * right} y2={-radius * up} />
      <Label look="radar-label" x={at * right} y={first} anchor={anchor(right)}>
        {lines.map((line, index) => (
          <tspan key={index} x={0} y={index * LABEL_LINE}>
            {line}
          </tspan>
        ))}
      </Label>
    </g>
  );
}

/** The anchor of a text by its point's distance to the right; the text's middle near the centre. */
export function anchor(right: number, near = 0.2): Anchor {
  if (Math.abs(right) < near) return 'middle';
  return right > 0 ? 'start' : 'end';
}
