import type { HighlightPrompt } from './content.ts';

/** The name of a line: "Line 3" for the index 2. */
export function lineName(line: number): string {
  return `Line ${line + 1}`;
}

/** The task: "Tap one line", "Tap up to 3 lines". */
export function taskLabel({ most }: Pick<HighlightPrompt, 'most'>): string {
  if (most === null) return 'Tap one line or several';
  return most === 1 ? 'Tap one line' : `Tap up to ${most} lines`;
}

/** A number of lines: "1 line", "3 lines". */
export function linesLabel(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}

/** A note on the lines for which a stage has no room: "5 lines are on phones only"; null for none. */
export function leftOutLabel(leftOut: number): string | null {
  if (leftOut === 0) return null;
  return `${linesLabel(leftOut)} ${leftOut === 1 ? 'is' : 'are'} on phones only`;
}
