import { useEffect, useState } from 'preact/hooks';

/** A button for full screen, which browsers allow only after a click. */
export function FullscreenButton() {
  const [full, setFull] = useState(document.fullscreenElement !== null);
  useEffect(() => {
    const onChange = (): void => setFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);
  if (full || !document.fullscreenEnabled) return null;
  return (
    <button
      type="button"
      class="button stage-fullscreen"
      onClick={() => void document.documentElement.requestFullscreen()}
    >
      Full screen
    </button>
  );
}
