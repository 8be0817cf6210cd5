import { useRef } from 'preact/hooks';

const DOUBLE_TAP_MS = 600;
const SAME_SPOT_PX = 32;

/** A tap or a click; keys have no spot. */
type Tap = Pick<MouseEvent, 'clientX' | 'clientY' | 'timeStamp'>;

/** true for a tap that soon follows another one at its spot. */
export function followsAt(last: Tap | null, tap: Tap): boolean {
  if (last === null || tap.timeStamp - last.timeStamp > DOUBLE_TAP_MS) return false;
  return Math.hypot(tap.clientX - last.clientX, tap.clientY - last.clientY) < SAME_SPOT_PX;
}

/** A function that is true for a tap that ends a double tap: what it hits has just come there. */
export function useDoubleTap(): (tap: Tap) => boolean {
  const last = useRef<Tap | null>(null);
  return ({ clientX, clientY, timeStamp }) => {
    const tap = { clientX, clientY, timeStamp };
    const follows = followsAt(last.current, tap);
    // One that did nothing begins no rest of its own: who taps on and on gets through.
    if (!follows) last.current = tap;
    return follows;
  };
}
