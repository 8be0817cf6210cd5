/** Everything here in em of the labels: how wide a letter is in the stage's sans, and in the widest of phones. */
const LETTER = { stage: 0.56, phone: 0.62 };
/** The space between the outermost ring and a label. */
export const LABEL_GAP = 0.9;
/** Labels beside the rings have less room than those above and below them. */
const LETTERS = { beside: 11, middle: 16 };
/** The space that the labels above and below leave. */
const MOST_RADIUS = 6.3;
const MOST_LINES = 4;
/** The letters by which a word may be longer than its line. */
const SPARE = 3;
/** A letter with the marks that belong to it. */
const LETTERS_AND_MARKS = /\P{M}\p{M}*/gu;
/** Letters of Chinese, Japanese and Korean, and pictures. */
const FULL =
  /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
/** Wide ones of Latin, and those of scripts whose fonts are set larger. */
const WIDE = /[mwMW@%\u0900-\u10ff\u1780-\u19ff]/;
/** The least distance between two levels. */
const LEVEL_GAP = 1;
/** A smaller radar has no room for names beside its outlines. */
const LEAST_NAMED = 3.5;

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
    const longest = Math.max(...label.map(lettersIn)) * LETTER[sans];
    return (width / 2 - longest) / Math.abs(Math.sin(angle)) - LABEL_GAP;
  });
  return Math.min(MOST_RADIUS, ...radii);
}

/** True where the names of two outlines have room beside them, among the labels of the axes. */
export function hasRoomForNames(radius: number): boolean {
  return radius >= LEAST_NAMED;
}

/**
 * The levels of the rings: all where their numbers have room along the radius, else the ends with the
 * middle, else the ends.
 */
export function ringLevels(from: number, to: number, radius: number): number[] {
  const all = Array.from({ length: to - from + 1 }, (_, step) => from + step);
  const middle = Math.round((from + to) / 2);
  const isClear = (levels: readonly number[]): boolean =>
    levels.every((level, index) => {
      const before = levels[index - 1];
      return before === undefined || ((level - before) * radius) / all.length >= LEVEL_GAP;
    });
  return [all, [from, middle, to]].find(isClear) ?? [from, to];
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

/**
 * The words of a text in `MOST_LINES` lines of at most `most` letters; what is left out is an ellipsis.
 * A word that is `SPARE` letters longer has a line to itself, and a still longer one is broken.
 */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/u).flatMap((one) => piecesOf(one, most))) {
    const last = lines.at(-1);
    if (last === undefined || lettersIn(last) + 1 + lettersIn(word) > most) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''}…`];
}

/** A word, or the lines that a very long one takes. */
function piecesOf(word: string, most: number): string[] {
  if (lettersIn(word) <= most + SPARE) return [word];
  const pieces = [''];
  for (const letter of word.match(LETTERS_AND_MARKS) ?? []) {
    const last = pieces[pieces.length - 1] ?? '';
    if (lettersIn(last) + lettersIn(letter) > most) pieces.push(letter);
    else pieces[pieces.length - 1] = last + letter;
  }
  return pieces;
}

/** The width of a text in letters of usual width, about. */
function lettersIn(text: string): number {
  const letters = text.match(LETTERS_AND_MARKS) ?? [];
  return letters.reduce(
    (sum, letter) => sum + (FULL.test(letter) ? 2 : WIDE.test(letter) ? 1.4 : 1),
    0,
  );
}
