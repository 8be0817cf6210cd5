/** Everything here in em of the labels: how wide a letter is in the stage's sans, and in the widest of phones. */
const LETTER = { stage: 0.56, phone: 0.68 };
/** The space between the outermost ring and a label. */
export const LABEL_GAP = 0.9;
/** Labels beside the rings have less room than those above and below them. */
const LETTERS = { beside: 11, middle: 16 };
/** The space that the labels above and below leave. */
const MOST_RADIUS = 6.3;

/** The angle of one of `axes` axes, from the top, in radians. */
export function angleOf(index: number, axes: number): number {
  return (2 * Math.PI * index) / axes;
}

/** The most letters in a line of an axis's label. */
export function lettersAt(angle: number): number {
  return isBeside(angle) ? LETTERS.beside : LETTERS.middle;
}

/**
 * The largest radius whose labels stay within a drawing of this width.
 *
 * @param lines those of each axis's label
 */
export function radiusFor(
  lines: readonly (readonly string[])[],
  width: number,
  sans: keyof typeof LETTER,
): number {
  const radii = lines.map((label, index) => {
    const angle = angleOf(index, lines.length);
    if (!isBeside(angle)) return MOST_RADIUS;
    const longest = Math.max(...label.map((line) => line.length)) * LETTER[sans];
    return (width / 2 - longest) / Math.abs(Math.sin(angle)) - LABEL_GAP;
  });
  return Math.min(MOST_RADIUS, ...radii);
}

/** True for a label beside the rings, not above or below them. */
function isBeside(angle: number): boolean {
  return Math.abs(Math.sin(angle)) >= 0.2;
}

/** The place of an outline's name: an edge between two axes, and a side of it. */
export interface LabelPlace {
  readonly edge: number;
  readonly outside: boolean;
}

const FEWEST_CLEAR = 2;

/**
 * Places the names of two outlines over the same axes: each where it is farthest from the other and,
 * if there are other edges, away from the first axis with the levels. An edge has the number of the
 * axis at which it starts.
 */
export function labelPlaces(
  values: readonly number[],
  beside: readonly number[],
): { readonly values: LabelPlace; readonly beside: LabelPlace } {
  const gaps = values.map((_, edge) => ends(values, edge) - ends(beside, edge));
  const edges = [...gaps.keys()];
  const clear = edges.slice(1, -1);
  const free = clear.length >= FEWEST_CLEAR ? clear : edges;
  const first = widest(gaps, free);
  const second = widest(
    gaps.map((gap) => -gap),
    free.filter((edge) => edge !== first),
  );
  return {
    values: { edge: first, outside: (gaps[first] ?? 0) >= 0 },
    beside: { edge: second, outside: (gaps[second] ?? 0) <= 0 },
  };
}

/** Twice the height of an outline between an axis and the next. */
function ends(values: readonly number[], edge: number): number {
  return (values[edge] ?? 0) + (values[(edge + 1) % values.length] ?? 0);
}

function widest(gaps: readonly number[], edges: readonly number[]): number {
  return edges.reduce((best, edge) => ((gaps[edge] ?? 0) > (gaps[best] ?? 0) ? edge : best));
}

/** The words of a text in lines of at most `most` characters; a longer word has a line to itself. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
