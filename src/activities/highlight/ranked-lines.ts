import {
  tappableLines,
  type HighlightCorrectAnswer,
  type HighlightPrompt,
  type HighlightShown,
} from './content.ts';

/** The lines by their worth to the room: the correct ones, then by their taps, then from the first. */
export function rankedLines(
  content: HighlightPrompt,
  tally: HighlightShown,
  correctAnswer: HighlightCorrectAnswer | null,
): readonly number[] {
  const isRight = (line: number): number => Number(correctAnswer?.right.includes(line) ?? false);
  const taps = (line: number): number => tally?.counts[line] ?? 0;
  return tappableLines(content).sort(
    (one, other) => isRight(other) - isRight(one) || taps(other) - taps(one) || one - other,
  );
}
