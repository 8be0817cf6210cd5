/** A length of time as a clock has it: "0:07", "89:00". Takes whole seconds. */
export function formatDuration(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
