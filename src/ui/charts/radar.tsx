import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { EM } from './levels.ts';
import { wrapWords } from './wrap-words.ts';

const WIDTH = 22 * EM;
const HEIGHT = 18 * EM;
const RADIUS = 5.2 * EM;
const LABEL_AT = RADIUS + 0.7 * EM;
const LABEL_LINE = 1.12 * EM;
const LABEL_LETTERS = 11;
const MOST_RINGS = 6;

export interface RadarProps {
  /** Three at least; each value lies on the scale. */
  readonly axes: readonly { readonly label: string; readonly value: number }[];
  /** The lowest level, drawn as the innermost ring. */
  readonly from: number;
  /** The highest level, drawn as the outermost ring. */
  readonly to: number;
}

/**
 * One value on each of several axes, for the shape of the whole; lengths beside each other are
 * compared more exactly, so it never stands alone. Hidden from assistive technology.
 */
export function Radar({ axes, from, to }: RadarProps): ComponentChildren {
  const reach = scaleLinear([from - 1, to], [0, RADIUS]);
  const angle = (index: number): number => (2 * Math.PI * index) / axes.length;
  const outline = lineRadial<number>()
    .angle((_, index) => angle(index))
    .radius((value) => reach(value))
    .curve(curveLinearClosed);
  const ring = (level: number): string => outline(axes.map(() => level)) ?? '';
  const rings = ringLevels(from, to);
  return (
    <svg
      class="radar"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      width={`${WIDTH / EM}em`}
      aria-hidden="true"
    >
      {rings.map((level) => (
        <path key={level} class="radar-ring" d={ring(level)} />
      ))}
      {axes.map((axis, index) => (
        <Axis key={axis.label} label={axis.label} angle={angle(index)} />
      ))}
      <path class="radar-shape" d={outline(axes.map(({ value }) => value)) ?? ''} />
      {axes.map(({ label, value }, index) => (
        <circle
          key={label}
          class="radar-point"
          cx={reach(value) * Math.sin(angle(index))}
          cy={-reach(value) * Math.cos(angle(index))}
          r={0.24 * EM}
        />
      ))}
      {rings.map((level) => (
        <text key={level} class="radar-level" x={-0.3 * EM} y={-reach(level) + 0.3 * EM}>
          {level}
        </text>
      ))}
    </svg>
  );
}

function Axis({ label, angle }: { label: string; angle: number }): ComponentChildren {
  const [right, up] = [Math.sin(angle), Math.cos(angle)];
  const lines = wrapWords(label, LABEL_LETTERS);
  const first =
    -LABEL_AT * up + 0.35 * (1 - up) * EM - ((1 + up) / 2) * (lines.length - 1) * LABEL_LINE;
  return (
    <g>
      <line class="radar-axis" x1={0} y1={0} x2={RADIUS * right} y2={-RADIUS * up} />
      <text class="radar-label" text-anchor={anchor(right)}>
        {lines.map((line, index) => (
          <tspan key={index} x={LABEL_AT * right} y={first + index * LABEL_LINE}>
            {line}
          </tspan>
        ))}
      </text>
    </g>
  );
}

function anchor(right: number): 'start' | 'middle' | 'end' {
  if (Math.abs(right) < 0.2) return 'middle';
  return right > 0 ? 'start' : 'end';
}

// On a long scale a ring for every level would leave no white between them.
function ringLevels(from: number, to: number): number[] {
  const levels = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  return levels.length <= MOST_RINGS ? levels : [from, Math.round((from + to) / 2), to];
}
