/** Lines of a code or a text: the part of the content that everybody may read beforehand. */
export type HighlightPrompt = {
  /** Code is shown letter for letter; the lines of a text are sentences. */
  readonly form: 'code' | 'text';
  /** Blank ones as well: they are counted, and cannot be tapped. */
  readonly lines: readonly string[];
  /** The most lines that an attendee may tap; null for any number. */
  readonly most: number | null;
};

export type HighlightContent = HighlightPrompt & {
  /** Indices into `lines`, rising; null for a question of opinion. */
  readonly right: readonly number[] | null;
  /** An explanation of the correct answer, or empty. */
  readonly explain: string;
};

export type HighlightCorrectAnswer = {
  readonly right: readonly number[];
  readonly explain: string;
};

export type HighlightAnswer = {
  /** Indices into `lines`, rising; one at least. */
  readonly lines: readonly number[];
};

/** null where too few have answered. */
export type HighlightShown = {
  readonly answers: number;
  /** Attendees for each line. */
  readonly counts: readonly number[];
  /** Attendees with exactly the correct lines; null until the answer is revealed, and without one. */
  readonly right: number | null;
} | null;

/** Returns true for a line that can be tapped. */
export function isTappable(line: string): boolean {
  return line.trim() !== '';
}

/** The indices of the lines that can be tapped. */
export function tappableLines({ lines }: HighlightPrompt): number[] {
  return [...lines.keys()].filter((line) => isTappable(lines[line] ?? ''));
}
