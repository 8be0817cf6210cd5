import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PureSession } from '../../../test/fixtures/pure-session.ts';
import type { StageEvents } from '../../protocol/messages.ts';
import { stageSnapshot } from '../../session/project.ts';
import { followGestures, POINTER_KEPT_MS } from './stage-gestures.ts';

const at = { x: 0.5, y: 0.25 };

/** A stage at the second slide, and what reaches it. */
function stage() {
  const session = new PureSession();
  session.show(2, 0);
  const snapshot = signal(stageSnapshot(session.state));
  const handlers: Partial<StageEvents> = {};
  const gestures = followGestures(
    { on: (event, handler) => Object.assign(handlers, { [event]: handler }) },
    snapshot,
  );
  const show = (h: number, f = -1): void => {
    session.show(h, f);
    snapshot.value = stageSnapshot(session.state);
  };
  const end = (): void => {
    session.do({ type: 'session:end' });
    snapshot.value = stageSnapshot(session.state);
  };
  return { gestures, handlers, show, end };
}

describe('a presenter’s marks on the stage', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[P17] show the pointer until it is released, or nothing is heard of it', () => {
    const { gestures, handlers } = stage();
    handlers['pointer:moved']?.({ at });
    expect(gestures.pointer.value).toEqual(at);
    handlers['pointer:moved']?.({ at: null });
    expect(gestures.pointer.value).toBeNull();
    handlers['pointer:moved']?.({ at });
    vi.advanceTimersByTime(POINTER_KEPT_MS - 1);
    expect(gestures.pointer.value).toEqual(at);
    vi.advanceTimersByTime(1);
    expect(gestures.pointer.value).toBeNull();
  });

  it('[P17] draw each line on, and go with the slide, but not with a step of it', () => {
    const { gestures, handlers, show, end } = stage();
    handlers['drawing:added']?.({ line: 'a', points: [at] });
    handlers['drawing:added']?.({ line: 'b', points: [at] });
    handlers['drawing:added']?.({ line: 'a', points: [{ x: 0.6, y: 0.3 }] });
    expect(gestures.drawing.value.map(({ name, points }) => [name, points.length])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
    show(2, 1);
    expect(gestures.drawing.value).toHaveLength(2);
    show(1);
    expect(gestures.drawing.value).toEqual([]);
    show(2, 1);
    expect(gestures.drawing.value).toEqual([]);
    handlers['drawing:added']?.({ line: 'a', points: [at] });
    end();
    expect(gestures.drawing.value).toEqual([]);
  });

  it('[P18] show a part of the slide enlarged until the presenter or the next slide ends it', () => {
    const { gestures, handlers, show } = stage();
    handlers['zoom:changed']?.({ at });
    expect(gestures.zoom.value).toEqual(at);
    show(2, 1);
    expect(gestures.zoom.value).toEqual(at);
    handlers['zoom:changed']?.({ at: null });
    expect(gestures.zoom.value).toBeNull();
    handlers['zoom:changed']?.({ at });
    show(1);
    expect(gestures.zoom.value).toBeNull();
  });

  it('[P17] are erased when the presenter says so', () => {
    const { gestures, handlers } = stage();
    handlers['drawing:added']?.({ line: 'a', points: [at] });
    handlers['drawing:erased']?.();
    expect(gestures.drawing.value).toEqual([]);
  });
});
