import { useEffect, useState } from 'preact/hooks';

/** The pointer rests on the projector for most of a talk. */
const SHOWN_AFTER_MOVE_MS = 3_000;

/**
 * A button for full screen, which browsers allow only after a click. It is there while the pointer moves;
 * the style sheet takes it away in full screen, also in that of the browser's own key.
 */
export function FullscreenButton() {
  const isMoving = useMovingPointer();
  if (!document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      class={
        isMoving ? 'button stage-fullscreen stage-fullscreen-shown' : 'button stage-fullscreen'
      }
      onClick={() => void document.documentElement.requestFullscreen()}
    >
      Full screen
    </button>
  );
}

/** true from a movement of the pointer until it has rested for a while. */
function useMovingPointer(): boolean {
  const [isMoving, setMoving] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = (): void => {
      setMoving(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoving(false), SHOWN_AFTER_MOVE_MS);
    };
    addEventListener('pointermove', onMove);
    return () => {
      removeEventListener('pointermove', onMove);
      clearTimeout(timer);
    };
  }, []);
  return isMoving;
}
