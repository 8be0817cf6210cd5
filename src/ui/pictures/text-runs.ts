/** A letter with its marks, and its place. */
export interface MeasuredLetter {
  readonly text: string;
  /** null where it takes no room: one of several spaces, or a mark for the direction. */
  readonly place: Edges | null;
}

/** In CSS pixels. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A text in one line. */
export interface TextRun extends Edges {
  readonly text: string;
  /** The left edge of its first letter. */
  readonly start: number;
  /** true: its last letter is to the left of its first one. */
  readonly isReversed: boolean;
}

/**
 * Parts the letters of a text into its lines. Spaces before a line, and those that take no room, are left
 * out. Lines are known by their distance: set close, their letters' boxes overlap.
 *
 * @param isVertical lines are columns
 */
export function textRuns(letters: readonly MeasuredLetter[], isVertical: boolean): TextRun[] {
  const runs: TextRun[] = [];
  let isParted = false;
  for (const { text, place } of letters) {
    const run = isParted ? undefined : runs.at(-1);
    const isSpace = text.trim() === '';
    if (text === '\t' || text === '\n') isParted = true;
    else if (place === null) {
      // Marks for the direction count, though they take no room.
      if (run !== undefined && !isSpace) runs.splice(-1, 1, { ...run, text: run.text + text });
    } else if (run === undefined || isNewLine(run, place, isVertical)) {
      isParted = isSpace;
      if (!isSpace) runs.push({ ...place, text, start: place.left, isReversed: false });
    } else runs.splice(-1, 1, joined(run, isSpace ? ' ' : text, place));
  }
  return runs;
}

function isNewLine(run: Edges, place: Edges, isVertical: boolean): boolean {
  const [size, moved] = isVertical
    ? [place.right - place.left, place.left - run.left]
    : [place.bottom - place.top, place.top - run.top];
  return Math.abs(moved) > size / 2;
}

function joined(run: TextRun, text: string, place: Edges): TextRun {
  return {
    text: run.text + text,
    start: run.start,
    isReversed: place.left < run.start,
    left: Math.min(run.left, place.left),
    top: Math.min(run.top, place.top),
    right: Math.max(run.right, place.right),
    bottom: Math.max(run.bottom, place.bottom),
  };
}
