/** Everything here in em of the labels: how wide a letter is in the stage's sans, and in the widest of phones. */
const LETTER = { stage: 0.56, phone: 0.68 };
/** Between the outermost ring and a label. */
export const LABEL_GAP = 0.9;
/** Labels beside the rings have less room than those above and below them. */
const LETTERS = { beside: 11, middle: 16 };
/** What the labels above and below leave. */
const MOST_RADIUS = 6.3;

/** Where an axis of so many leads to, as an angle from the top. */
export function angleOf(index: number, axes: number): number {
  return (2 * Math.PI * index) / axes;
}

/** How many letters a line of an axis's label has at most. */
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

/** Whether a label stands beside the rings, and not above or below them. */
function isBeside(angle: number): boolean {
  return Math.abs(Math.sin(angle)) >= 0.2;
}
