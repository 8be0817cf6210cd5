import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { ZOOM } from '../../presenting/zoom.ts';
import { SlideMarks } from '../../presenting/slide-marks.tsx';
import type { SlidePoint } from '../../protocol/gestures.ts';
import type { StagePen } from './stage-pen.ts';

/** A shorter press is a click, perhaps on a link. */
const HOLD_MS = 180;

/** The picture of the present slide, on which the presenter points and draws. */
export function StagePicture({ pen, children }: { pen: StagePen; children: ComponentChildren }) {
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => {
    return picture.current === null ? undefined : listenForHand(picture.current, pen);
  }, [pen]);
  return (
    <div
      ref={picture}
      class={pen.use.value === 'point' ? 'stage-picture' : 'stage-picture stage-picture-drawn'}
    >
      {children}
      <SlideMarks pointer={pen.pointer.value} drawing={pen.drawing.value} />
      {pen.zoom.value !== null && <ZoomFrame at={pen.zoom.value} />}
      {pen.aim !== null && <ZoomFrame at={pen.aim} isChosen />}
    </div>
  );
}

/** Frames the part that the stage shows, or that keys choose. */
function ZoomFrame({ at: { x, y }, isChosen = false }: { at: SlidePoint; isChosen?: boolean }) {
  const inset = (place: number) => `${100 * place * (1 - 1 / ZOOM)}%`;
  const size = `${100 / ZOOM}%`;
  return (
    <div
      class={isChosen ? 'stage-zoom-frame stage-zoom-chosen' : 'stage-zoom-frame'}
      style={{ left: inset(x), top: inset(y), width: size, height: size }}
    />
  );
}

/** Leads presses that are held on the picture to the pen, until the returned function is called. */
function listenForHand(picture: HTMLElement, pen: StagePen): () => void {
  let hold: ReturnType<typeof setTimeout> | undefined;
  let latest: PointerEvent | undefined;
  let isPressed = false;
  let wasHeld = false;
  const press = (event: PointerEvent): void => {
    isPressed = true;
    picture.setPointerCapture(event.pointerId);
    pen.press(placeOf(picture, event));
  };
  const release = (): void => {
    clearTimeout(hold);
    if (!isPressed) return;
    isPressed = false;
    wasHeld = true;
    // The click follows at once, or not at all.
    setTimeout(() => (wasHeld = false));
    pen.release();
  };
  const stop = listen(picture, {
    pointerdown: (event) => {
      if (!event.isPrimary || event.button !== 0) return;
      latest = undefined;
      if (pen.use.value !== 'point') press(event);
      else hold = setTimeout(() => press(latest ?? event), HOLD_MS);
    },
    pointermove: (event) => {
      if (isPressed) pen.move(placeOf(picture, event));
      else if (event.isPrimary) latest = event;
    },
    pointerup: release,
    pointercancel: release,
    // The end of a held press is no click, and no menu of a phone belongs to it.
    click: (event) => {
      if (!wasHeld) return;
      wasHeld = false;
      event.preventDefault();
      event.stopPropagation();
    },
    contextmenu: (event) => {
      if (isPressed) event.preventDefault();
    },
    // A finger that points must not scroll the page.
    touchmove: (event) => {
      if (isPressed) event.preventDefault();
    },
    dragstart: (event) => event.preventDefault(),
  });
  return () => {
    release();
    stop();
  };
}

type Listeners = {
  [Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void;
};

function listen(element: HTMLElement, listeners: Listeners): () => void {
  const ends = new AbortController();
  const options = { capture: true, passive: false, signal: ends.signal };
  for (const [name, listener] of Object.entries(listeners)) {
    element.addEventListener(name, listener as (event: Event) => void, options);
  }
  return () => ends.abort();
}

/** The place of an event on the picture, in fractions, never outside it. */
function placeOf(picture: HTMLElement, { clientX, clientY }: PointerEvent): SlidePoint {
  const { left, top, width, height } = picture.getBoundingClientRect();
  return { x: within((clientX - left) / width), y: within((clientY - top) / height) };
}

function within(fraction: number): number {
  return Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
}
