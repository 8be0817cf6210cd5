import type { SlidePoint } from '../../protocol/gestures.ts';

/** Names the part of a slide that a frame at `x` and `y` shows: "Top right"; "Middle" for the centre. */
export function aimLabel({ x, y }: SlidePoint): string {
  const row = named(y, 'Top', 'Middle', 'Bottom');
  return `${row} ${named(x, 'left', '', 'right')}`.trim();
}

function named(place: number, first: string, middle: string, last: string): string {
  if (place === 0.5) return middle;
  return place < 0.5 ? first : last;
}
