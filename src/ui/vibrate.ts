/** Vibrates, where the page was touched before: browsers allow it nowhere else. `pattern` in milliseconds. */
export function vibrate(pattern: number | number[]): void {
  if (!('vibrate' in navigator) || !('userActivation' in navigator)) return;
  if (navigator.userActivation.hasBeenActive) navigator.vibrate(pattern);
}
