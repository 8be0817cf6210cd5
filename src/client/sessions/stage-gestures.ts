import { effect, signal, type ReadonlySignal } from '@preact/signals';
import type { DrawnPart, SlidePoint } from '../../protocol/gestures.ts';
import type { StageEvents } from '../../protocol/messages.ts';
import type { StageSnapshot } from '../../session/views.ts';
import type { Connection } from '../socket/connection.ts';

/** The time after which a pointer of which nothing is heard is gone. */
export const POINTER_KEPT_MS = 2_000;

export interface Line {
  readonly name: string;
  readonly points: readonly SlidePoint[];
}

/** The presenter's marks on the present slide. */
export interface StageGestures {
  /** The place of the pointer, or null. */
  readonly pointer: ReadonlySignal<SlidePoint | null>;
  readonly drawing: ReadonlySignal<readonly Line[]>;
  /** The place of the slide that is shown enlarged, or null. */
  readonly zoom: ReadonlySignal<SlidePoint | null>;
}

/** Follows the presenter's pointer, drawing and zoom; all go with the slide. */
export function followGestures(
  connection: Pick<Connection<StageEvents>, 'on'>,
  snapshot: ReadonlySignal<StageSnapshot | null>,
): StageGestures {
  const pointer = signal<SlidePoint | null>(null);
  const drawing = signal<readonly Line[]>([]);
  const zoom = signal<SlidePoint | null>(null);
  connection.on('zoom:changed', ({ at }) => (zoom.value = at));
  let gone: ReturnType<typeof setTimeout> | undefined;
  connection.on('pointer:moved', ({ at }) => {
    pointer.value = at;
    clearTimeout(gone);
    gone = setTimeout(() => (pointer.value = null), POINTER_KEPT_MS);
  });
  connection.on('drawing:added', (part) => (drawing.value = withPart(drawing.value, part)));
  connection.on('drawing:erased', () => (drawing.value = []));
  let slide = '';
  effect(() => {
    const next = slideShown(snapshot.value);
    if (next !== slide) {
      drawing.value = [];
      zoom.value = null;
    }
    slide = next;
  });
  return { pointer, drawing, zoom };
}

/** A name for what the stage shows; steps of one slide have the same. */
export function slideShown(snapshot: StageSnapshot | null): string {
  if (snapshot === null) return '';
  const { deck, position, joinShown, closingShown } = snapshot;
  if (closingShown) return 'closing';
  return joinShown ? 'join' : `${deck} ${position.h}/${position.v}`;
}

/** The lines with one more part: of a new line, or of one that is there. */
export function withPart(lines: readonly Line[], { line, points }: DrawnPart): readonly Line[] {
  const before = lines.find(({ name }) => name === line);
  if (before === undefined) return [...lines, { name: line, points }];
  const longer = { name: line, points: [...before.points, ...points] };
  return lines.map((one) => (one === before ? longer : one));
}
