/**
 * Keeps `--keyboard`, the height of an on-screen keyboard that lies over the page: iOS shrinks only what
 * is visible, and the button Send would be below it.
 */
export function followKeyboard(): void {
  const visible = globalThis.visualViewport;
  if (visible === null) return;
  const follow = (): void => {
    // Zoomed in, most of the page is out of view without a keyboard.
    const covered = visible.scale === 1 ? innerHeight - visible.height - visible.offsetTop : 0;
    document.documentElement.style.setProperty('--keyboard', `${Math.max(0, covered)}px`);
  };
  visible.addEventListener('resize', follow);
  visible.addEventListener('scroll', follow);
}
