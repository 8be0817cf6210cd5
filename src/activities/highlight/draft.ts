import type { HighlightPrompt } from './content.ts';
import { linesLabel } from './labels.ts';

/** The obstacle to sending tapped lines in a sentence; null where there is none. */
export function obstacle({ most }: Pick<HighlightPrompt, 'most'>, tapped: number): string | null {
  if (tapped === 0) return 'Tap a line to send.';
  if (most === null || tapped <= most) return null;
  return `Tap ${linesLabel(tapped - most)} again to take back: ${most} are the most.`;
}

/** The lines that may still be tapped, as a figure and words behind it. */
export function linesLeft(most: number, tapped: number): { figure: number; words: string } {
  const left = most - tapped;
  if (left < 0) return { figure: -left, words: left === -1 ? 'line too many' : 'lines too many' };
  return { figure: left, words: `of ${linesLabel(most)} left` };
}
