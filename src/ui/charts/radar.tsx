import type { ComponentChildren } from 'preact';
import { EM } from './levels.ts';
import {
  anchor,
  HEIGHT,
  Label,
  outline,
  pointOf,
  RadarDrawing,
  radarFrame,
  type RadarScale,
} from './radar-frame.tsx';
import { angleOf, hasRoomForNames, labelPlaces, type LabelPlace } from './radar-layout.ts';

/** The base line of the names below the radar. */
const LEGEND = HEIGHT / 2 - 0.4 * EM;

export interface RadarProps extends RadarScale {
  /** Three at least; each value lies on the scale. */
  readonly axes: readonly RadarAxis[];
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
export function Radar({ axes, names, ...scale }: RadarProps): ComponentChildren {
  const labels = axes.map(({ label }) => label);
  const frame = radarFrame(labels, scale);
  const { reach, room } = frame;
  const values = axes.map(({ value }) => value);
  const beside = axes.flatMap((axis) => axis.beside ?? []);
  const isCompared = names !== undefined && beside.length === axes.length;
  return (
    <RadarDrawing
      frame={frame}
      names={
        isCompared &&
        (hasRoomForNames(room) ? (
          <Names values={values} besides={beside} reach={reach} {...names} />
        ) : (
          <Legend {...names} />
        ))
      }
    >
      {isCompared && <path class="radar-beside" d={outline(beside.map(reach))} />}
      <path class="radar-shape" d={outline(values.map(reach))} />
      {axes.map(({ label, value }, index) => {
        const { x, y } = pointOf(reach(value), index, axes.length);
        return <circle key={label} class="radar-point" cx={x} cy={y} r={0.24 * EM} />;
      })}
    </RadarDrawing>
  );
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
