import type { ComponentChildren } from 'preact';
import type { Position } from '../content.ts';
import { numberSpots } from '../number-spots.ts';

/** An item at a point of the square. */
export interface Mark {
  readonly item: number;
  readonly position: Position;
  /** A class of its number. */
  readonly look: string;
}

/**
 * The numbers of items at their points. Where several would lie over each other, some stand aside, with
 * a line to their points.
 */
export function Numbers({ marks }: { marks: readonly Mark[] }): ComponentChildren {
  const points = marks.map(({ position: [x, y] }) => ({ x, y }));
  const spots = numberSpots(points);
  const isAside = (index: number): boolean => spots[index] !== points[index];
  return (
    <>
      <svg class="matrix-lines" viewBox="0 0 100 100" preserveAspectRatio="none">
        {marks.map(({ item, look }, index) => {
          const [point, spot] = [points[index], spots[index]];
          if (point === undefined || spot === undefined || !isAside(index)) return null;
          return (
            <line
              key={`${look} ${item}`}
              {...{ x1: point.x, y1: 100 - point.y, x2: spot.x, y2: 100 - spot.y }}
            />
          );
        })}
      </svg>
      {marks.map(({ item, look }, index) => (
        <Number
          key={`${look} ${item}`}
          number={item + 1}
          look={look}
          x={spots[index]?.x ?? 0}
          y={spots[index]?.y ?? 0}
        />
      ))}
    </>
  );
}

interface NumberProps {
  readonly number: number;
  readonly look: string;
  readonly x: number;
  readonly y: number;
}

function Number({ number, look, x, y }: NumberProps): ComponentChildren {
  return (
    <span class={`matrix-number ${look}`} style={{ insetInlineStart: `${x}%`, bottom: `${y}%` }}>
      {number}
    </span>
  );
}
