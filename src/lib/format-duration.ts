/** Formats whole seconds as minutes and seconds: "0:07", "89:00". */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
