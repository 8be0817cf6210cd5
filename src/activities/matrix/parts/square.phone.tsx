import type { ComponentChildren, TargetedPointerEvent } from 'preact';
import { useDoubleTap } from '../../../ui/use-double-tap.ts';
import type { MatrixContent, Position } from '../content.ts';
import type { Draft } from '../draft.ts';
import { nearestOnAxis } from '../grid.ts';
import { Plot } from './plot.tsx';

interface Props {
  readonly content: MatrixContent;
  readonly draft: Draft;
  /** The item that a tap places, and the only one whose mark is dragged. */
  readonly chosen: number;
  onTap(position: Position): void;
  onDrag(position: Position): void;
}

/** The square with the attendee's marks: a tap places the chosen item, and its mark can be dragged. */
export function Square({ content, draft, chosen, onTap, onDrag }: Props): ComponentChildren {
  const drag = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onDrag(positionAt(event));
  };
  const endsDoubleTap = useDoubleTap();
  const tap = (event: TargetedPointerEvent<HTMLElement>): void => {
    if (event.button === 0 && !endsDoubleTap(event)) onTap(positionAt(event));
  };
  const [across, up] = draft[chosen] ?? [null, null];
  return (
    <Plot content={content} onTap={tap}>
      {draft.map(([x, y], item) =>
        x === null || y === null ? null : (
          <span
            key={item}
            class={item === chosen ? 'matrix-number matrix-chosen' : 'matrix-number'}
            style={{ insetInlineStart: `${x}%`, bottom: `${y}%` }}
            {...(item === chosen && {
              onPointerDown: (event: TargetedPointerEvent<HTMLElement>) =>
                event.currentTarget.setPointerCapture(event.pointerId),
              onPointerMove: drag,
              // What ends a drag, or only touches the mark, is no tap on the square.
              onPointerUp: (event: Event) => event.stopPropagation(),
            })}
          >
            {item + 1}
          </span>
        ),
      )}
      {up === null && across !== null && (
        <span class="matrix-set-across" style={{ insetInlineStart: `${across}%` }} />
      )}
      {across === null && up !== null && (
        <span class="matrix-set-up" style={{ bottom: `${up}%` }} />
      )}
    </Plot>
  );
}

/** The position under a pointer; outside the square, the nearest one in it. */
function positionAt({ currentTarget, clientX, clientY }: TapEvent): Position {
  const frame = currentTarget.closest('.matrix-frame');
  const square = frame?.querySelector('.matrix-square') ?? currentTarget;
  const { left, top, width, height } = square.getBoundingClientRect();
  const fromLeft = (clientX - left) / width;
  const isMirrored = getComputedStyle(square).direction === 'rtl';
  return [
    nearestOnAxis(isMirrored ? 1 - fromLeft : fromLeft),
    nearestOnAxis(1 - (clientY - top) / height),
  ];
}

interface TapEvent {
  readonly currentTarget: HTMLElement;
  readonly clientX: number;
  readonly clientY: number;
}
