import { scaleLinear } from 'd3-scale';
import { curveLinearClosed, lineRadial } from 'd3-shape';
import type { ComponentChildren } from 'preact';
import { formatNumber } from '../../lib/format-number.ts';
import { EM } from './levels.ts';
import {
  angleOf,
  hasRoomForNames,
  LABEL_GAP,
  labelPlaces,
  lettersAt,
  radiusFor,
  ringLevels,
  wrapWords,
  type LabelPlace,
} from './radar-layout.ts';

const WIDTH = 24 * EM;
const HEIGHT = 18.6 * EM;
const LABEL_LINE = 1.12 * EM;
/** The base line of the names below the radar. */
const LEGEND = HEIGHT / 2 - 0.4 * EM;

type Anchor = 'start' | 'middle' | 'end';

export interface RadarProps {
  /** Three at least; each value lies on the scale. */
  readonly axes: readonly RadarAxis[];
  /** The lowest level, drawn as the innermost ring. */
  readonly from: number;
  /** The highest level, drawn as the outermost ring. */
  readonly to: number;
  /** The font of the labels: phones use their own, which may be wider. */
  readonly sans: 'stage' | 'phone';
  /** The names of the two outlines; none if there is only one. */
  readonly names?: { readonly value: string; readonly beside: string };
}

export interface RadarAxis {
  readonly label: string;
  readonly value: number;
  /** A value to compare with. Its outline is drawn if every axis has one. */
  readonly beside?: number;
}

/**
 * One value on each of several axes, for the overall shape. Bars compare lengths more exactly, so use
 * it beside another chart. Hidden from assistive technology.
 */
export function Radar({ axes, from, to, sans, names }: RadarProps): ComponentChildren {
  const labels = axes.map(({ label }, index) =>
    wrapWords(label, lettersAt(angleOf(index, axes.length))),
  );
  const room = radiusFor(labels, WIDTH / EM, sans);
  const radius = room * EM;
  const scale = scaleLinear([from - 1, to], [0, radius]);
  const reach = (level: number): number => scale(level);
  const rings = ringLevels(from, to, room);
  const values = axes.map(({ value }) => value);
  const beside = axes.flatMap((axis) => axis.beside ?? []);
  const isCompared = names !== undefined && beside.length === axes.length;
  return (
    <svg
      class="radar"
      viewBox={`${-WIDTH / 2} ${-HEIGHT / 2} ${WIDTH} ${HEIGHT}`}
      width={`${WIDTH / EM}em`}
      aria-hidden="true"
    >
      {rings.map((level) => (
        <path key={level} class="radar-ring" d={outline(axes.map(() => reach(level)))} />
      ))}
      {labels.map((lines, index) => (
        <Axis key={index} lines={lines} radius={radius} angle={angleOf(index, axes.length)} />
      ))}
      {isCompared && <path class="radar-beside" d={outline(beside.map(reach))} />}
      <path class="radar-shape" d={outline(values.map(reach))} />
      {axes.map(({ label, value }, index) => {
        const { x, y } = pointOf(reach(value), index, axes.length);
        return <circle key={label} class="radar-point" cx={x} cy={y} r={0.24 * EM} />;
      })}
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
      {isCompared && !hasRoomForNames(room) && <Legend {...names} />}
      {isCompared && hasRoomForNames(room) && (
        <Names values={values} besides={beside} reach={reach} {...names} />
      )}
    </svg>
  );
}

/** The end of a radius on one of `axes` axes. */
function pointOf(radius: number, index: number, axes: number): { x: number; y: number } {
  const angle = angleOf(index, axes);
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

/** A closed line through a radius on each axis, as the `d` of a path. */
function outline(radii: readonly number[]): string {
  const line = lineRadial<number>()
    .angle((_, index) => angleOf(index, radii.length))
    .radius((radius) => radius)
    .curve(curveLinearClosed);
  return line([...radii]) ?? '';
}

interface NamesProps {
  readonly value: string;
  readonly beside: string;
}

interface Outlines {
  readonly values: readonly number[];
  readonly besides: readonly number[];
  reach(level: number): number;
}

/** The names of both outlines, each beside its own. */
function Names({ values, besides, reach, value, beside }: NamesProps & Outlines) {
  const places = labelPlaces(values, besides);
  return (
    <>
      <Name class="radar-name-beside" radii={besides.map(reach)} place={places.beside}>
        {beside}
      </Name>
      <Name class="radar-name" radii={values.map(reach)} place={places.values}>
        {value}
      </Name>
    </>
  );
}

/** Both names below the radar, each behind a piece of its outline. */
function Legend({ value, beside }: NamesProps): ComponentChildren {
  const entries = [
    { look: 'radar-name', line: 'radar-shape', name: value, x: -7 * EM },
    { look: 'radar-name-beside', line: 'radar-beside', name: beside, x: EM },
  ];
  return entries.map(({ look, line, name, x }) => (
    <g key={look}>
      <path class={line} d={`M${x},${LEGEND - 0.35 * EM}h${1.5 * EM}`} />
      <Label look={look} x={x + 2 * EM} y={LEGEND} anchor="start">
        {name}
      </Label>
    </g>
  ));
}

interface NameProps {
  readonly class: string;
  readonly radii: readonly number[];
  readonly place: LabelPlace;
  readonly children: string;
}

/** Names an outline at the middle of one of its edges. */
function Name({ class: name, radii, place, children }: NameProps): ComponentChildren {
  const axes = radii.length;
  const ends = [place.edge, (place.edge + 1) % axes];
  const [one, other] = ends.map((index) => pointOf(radii[index] ?? 0, index, axes));
  const side = place.outside ? 1 : -1;
  const aside = pointOf(0.7 * side * EM, place.edge + 0.5, axes);
  const right = side * Math.sin(angleOf(place.edge + 0.5, axes));
  const x = ((one?.x ?? 0) + (other?.x ?? 0)) / 2 + aside.x;
  const y = ((one?.y ?? 0) + (other?.y ?? 0)) / 2 + aside.y + 0.35 * EM;
  return (
    <Label look={name} x={x} y={y} anchor={anchor(right, 0.7)}>
      {children}
    </Label>
  );
}

interface LabelProps {
  readonly look: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: Anchor;
  readonly children: ComponentChildren;
}

/** A text whose own place is 0, so that it is turned back there where the drawing is mirrored. */
function Label({ look, x, y, anchor: side, children }: LabelProps): ComponentChildren {
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
function anchor(right: number, near = 0.2): Anchor {
  if (Math.abs(right) < near) return 'middle';
  return right > 0 ? 'start' : 'end';
}
