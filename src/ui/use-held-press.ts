import { useEffect, useRef } from 'preact/hooks';

const HOLD_MS = 400;
const REPEAT_MS = 90;
/** Repeats after which each counts for several. */
const SLOW = 10;
const FAST_STEPS = 5;

interface HeldPress {
  onClick(event: MouseEvent): void;
  onPointerDown(event: PointerEvent): void;
  onPointerUp(): void;
  onPointerLeave(): void;
  onPointerCancel(): void;
}

/**
 * Handlers of a button that repeats while it is held, faster after a while. `press` is called with the
 * number of steps, at first 1. Keys and assistive technology click, and have one step each.
 */
export function useHeldPress(press: (steps: number) => void): HeldPress {
  const held = useRef<{ timer: ReturnType<typeof setTimeout> | undefined; repeats: number }>({
    timer: undefined,
    repeats: 0,
  });
  // A timer outlives the drawing in which it was set.
  const latest = useRef(press);
  latest.current = press;
  const stop = (): void => clearTimeout(held.current.timer);
  useEffect(() => stop, []);
  const repeat = (): void => {
    held.current.repeats += 1;
    latest.current(held.current.repeats > SLOW ? FAST_STEPS : 1);
    held.current.timer = setTimeout(repeat, REPEAT_MS);
  };
  return {
    onClick({ detail }) {
      // The click that ends a hold has been counted. Keys and assistive technology click without one.
      if (detail === 0 || held.current.repeats === 0) press(1);
      held.current.repeats = 0;
    },
    onPointerDown({ button, isPrimary }) {
      stop();
      held.current.repeats = 0;
      if (button === 0 && isPrimary) held.current.timer = setTimeout(repeat, HOLD_MS);
    },
    onPointerUp: stop,
    onPointerLeave: stop,
    onPointerCancel: stop,
  };
}
