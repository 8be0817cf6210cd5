import type { Line as DrawnLine } from '../client/sessions/stage-gestures.ts';
import type { SlidePoint } from '../protocol/gestures.ts';
import './slide-marks.css';

interface Props {
  readonly pointer: SlidePoint | null;
  readonly drawing: readonly DrawnLine[];
}

/** The presenter's pointer and drawing, to be laid over a slide of any size. */
export function SlideMarks({ pointer, drawing }: Props) {
  return (
    <svg class="slide-marks" viewBox="0 0 1920 1080" aria-hidden="true">
      {drawing.map(({ name, points }) => (
        <Line key={name} points={points.map(placed).join(' ')} />
      ))}
      {pointer !== null && <circle cx={pointer.x * 1920} cy={pointer.y * 1080} r="18" />}
    </svg>
  );
}

/** A line with a light edge, for it lies on pictures of any colour. */
function Line({ points }: { points: string }) {
  return (
    <g>
      <polyline class="slide-line-edge" points={points} />
      <polyline class="slide-line" points={points} />
    </g>
  );
}

/** A point twice, so that a line of a single one is drawn as a dot. */
function placed({ x, y }: SlidePoint): string {
  const point = `${Math.round(x * 1920)},${Math.round(y * 1080)}`;
  return `${point} ${point}`;
}
