import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PureSession } from '../../../test/fixtures/pure-session.ts';
import { consoleSnapshot } from '../../session/project.ts';
import { StagePen } from './stage-pen.ts';

function pen() {
  const session = new PureSession();
  session.show(2, 0);
  const snapshot = signal(consoleSnapshot(session.state));
  const sent: unknown[][] = [];
  const made = new StagePen({
    snapshot,
    control: (...message) => {
      sent.push(message);
      return Promise.resolve(null);
    },
  });
  const show = (h: number): void => {
    session.show(h);
    snapshot.value = consoleSnapshot(session.state);
  };
  return { pen: made, sent, show };
}

const at = { x: 0.5, y: 0.5 };

describe('a hand on the picture of the slide', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[P17] points at once, follows at most twenty times a second, and is gone when released', () => {
    const { pen: hand, sent } = pen();
    hand.press(at);
    expect(sent).toEqual([['stage:point', { at }]]);
    for (let step = 1; step <= 100; step += 1) hand.move({ x: step / 100, y: 0 });
    vi.advanceTimersByTime(50);
    expect(sent.slice(1)).toEqual([['stage:point', { at: { x: 1, y: 0 } }]]);
    hand.release();
    expect(sent.at(-1)).toEqual(['stage:point', { at: null }]);
    const count = sent.length;
    vi.advanceTimersByTime(5_000);
    expect(sent).toHaveLength(count);
  });

  it('[P17] is told again while it rests, sooner than the stage drops it', () => {
    const { pen: hand, sent } = pen();
    hand.press(at);
    vi.advanceTimersByTime(2_000);
    expect(sent.length).toBeGreaterThanOrEqual(3);
    expect(sent.length).toBeLessThan(6);
  });

  it('[P17] draws whole lines while it is to draw, and loses them with the slide', () => {
    const { pen: hand, sent, show } = pen();
    hand.toggleDrawing();
    hand.press(at);
    for (let step = 0; step < 100; step += 1) hand.move({ x: step / 100, y: 0 });
    vi.advanceTimersByTime(100);
    hand.release();
    const parts = sent.map(([event, part]) => [
      event,
      (part as { points: unknown[] }).points.length,
    ]);
    expect(parts).toEqual([
      ['stage:draw', 1],
      ['stage:draw', 64],
      ['stage:draw', 36],
    ]);
    expect(hand.drawing.value).toHaveLength(1);
    expect(hand.drawing.value[0]?.points).toHaveLength(101);
    show(1);
    expect(hand.drawing.value).toEqual([]);
  });

  it('[P18] enlarges the place of one press, points with the next, and goes back', () => {
    const { pen: hand, sent } = pen();
    hand.toggleZoom();
    expect(hand.use.value).toBe('zoom');
    hand.press(at);
    hand.move({ x: 0, y: 0 });
    hand.release();
    expect(sent).toEqual([['stage:zoom', { at }]]);
    expect([hand.zoom.value, hand.use.value, hand.pointer.value]).toEqual([at, 'point', null]);
    hand.toggleZoom();
    expect(sent.at(-1)).toEqual(['stage:zoom', { at: null }]);
    expect(hand.zoom.value).toBeNull();
  });

  it('[P18] enlarges the part that keys choose, which stays within the slide', () => {
    const { pen: hand, sent } = pen();
    expect(hand.aim).toBeNull();
    hand.toggleZoom();
    expect(hand.aim).toEqual({ x: 0.5, y: 0.5 });
    for (let step = 0; step < 3; step += 1) hand.moveAim({ x: 0.5, y: -0.5 });
    hand.takeAim();
    const corner = { x: 1, y: 0 };
    expect(sent).toEqual([['stage:zoom', { at: corner }]]);
    expect([hand.zoom.value, hand.aim]).toEqual([corner, null]);
  });

  it('[P17] [P18] is left step by step: what it does first, then what the stage shows enlarged', () => {
    const { pen: hand, sent } = pen();
    hand.toggleZoom();
    hand.press(at);
    hand.toggleDrawing();
    hand.leave();
    expect([hand.use.value, hand.zoom.value, hand.isBusy]).toEqual(['point', at, true]);
    hand.leave();
    expect(sent.at(-1)).toEqual(['stage:zoom', { at: null }]);
    expect(hand.isBusy).toBe(false);
    hand.leave();
    expect(sent).toHaveLength(2);
  });

  it('[P17] erases what it drew, here and on the stage', () => {
    const { pen: hand, sent } = pen();
    hand.toggleDrawing();
    hand.press(at);
    hand.release();
    hand.erase();
    expect(hand.drawing.value).toEqual([]);
    expect(sent.at(-1)).toEqual(['stage:erase', {}]);
  });
});
