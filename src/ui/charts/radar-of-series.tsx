import type { ComponentChildren } from 'preact';
import { outline, pointOf, RadarDrawing, radarFrame, type RadarScale } from './radar-frame.tsx';
import { seriesLook } from './series-mark.tsx';

export interface RadarOfSeriesProps extends RadarScale {
  /** The names of the axes, three at least. */
  readonly labels: readonly string[];
  /** For each series a value on each axis; null where it is hidden. */
  readonly series: readonly (readonly (number | null)[])[];
}

/**
 * An outline for each of several series over the same axes, each with a mark and dashes of its own, so that
 * no colour is needed. Where a value is hidden, its outline has a gap. Hidden from assistive technology.
 */
export function RadarOfSeries({ labels, series, ...scale }: RadarOfSeriesProps): ComponentChildren {
  const frame = radarFrame(labels, scale);
  return (
    <RadarDrawing frame={frame}>
      {series.map((values, place) => (
        <Outline
          key={place}
          radii={values.map((one) => (one === null ? null : frame.reach(one)))}
          place={place}
        />
      ))}
    </RadarDrawing>
  );
}

function Outline({ radii, place }: { radii: readonly (number | null)[]; place: number }) {
  const { accent, mark, isHollow, dashes } = seriesLook(place);
  const known = radii.filter((radius) => radius !== null);
  return (
    <g class={accent}>
      <path
        class="radar-series"
        stroke-dasharray={dashes}
        d={known.length === radii.length ? outline(known) : openLine(radii)}
      />
      {radii.map((radius, index) => {
        if (radius === null) return null;
        const { x, y } = pointOf(radius, index, radii.length);
        return (
          <path
            key={index}
            class={isHollow ? 'series-shape series-hollow' : 'series-shape'}
            transform={`translate(${x} ${y})`}
            d={mark}
          />
        );
      })}
    </g>
  );
}

/** Lines between neighbours that are both known. */
function openLine(radii: readonly (number | null)[]): string {
  const point = (index: number): string | null => {
    const radius = radii[index] ?? null;
    if (radius === null) return null;
    const { x, y } = pointOf(radius, index, radii.length);
    return `${x},${y}`;
  };
  return radii
    .map((_, index) => {
      const [from, to] = [point(index), point((index + 1) % radii.length)];
      return from === null || to === null ? '' : `M${from}L${to}`;
    })
    .join('');
}
