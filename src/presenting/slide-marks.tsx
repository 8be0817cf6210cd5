import type { Line } from '../client/sessions/stage-gestures.ts';
import type { SlidePoint } from '../protocol/gestures.ts';
import './slide-marks.css';

interface Props {
  readonly pointer: SlidePoint | null;
  readonly drawing: readonly Line[];
}

/** The presenter's pointer and drawing, to be laid over a slide of any size; not for screen readers. */
export function SlideMarks({ pointer, drawing }: Props) {
  return (
    <svg class="slide-marks" viewBox="0 0 1920 1080" aria-hidden="true">
      {drawing.map(({ name, points }) => (
        <polyline key={name} points={points.map(placed).join(' ')} />
      ))}
      {pointer !== null && <circle cx={pointer.x * 1920} cy={pointer.y * 1080} r="18" />}
    </svg>
  );
}

/** A point twice, so that a line of a single one is drawn as a dot. */
function placed({ x, y }: SlidePoint): string {
  const point = `${Math.round(x * 1920)},${Math.round(y * 1080)}`;
  return `${point} ${point}`;
}
