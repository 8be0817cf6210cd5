import cloud from 'd3-cloud';

/** A place in a box, in pixels from its left and upper edge. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface WordToPlace {
  readonly text: string;
  /** Of its letters, in whole pixels. */
  readonly size: number;
  /** The middle of its base line so far; null for a new one. */
  readonly at: Place | null;
}

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** Type as CSS names it. */
export interface Type {
  readonly family: string;
  readonly weight: string;
}

/**
 * Places words in a box so that no two touch, the largest first. Returns the middle of each one's base
 * line; null for one that finds no place. One that has a place begins to look there, so that it keeps it
 * unless a larger one needs it; a new one begins near the middle, by chance of its own letters.
 *
 * d3-cloud knows no fixed words. It takes from `random`, for each word in the order of sizes, where to
 * begin and which way its spiral turns: three numbers, with which the places so far are given to it.
 */
export function placeWords(
  words: readonly WordToPlace[],
  { width, height }: Box,
  { family, weight }: Type,
): (Place | null)[] {
  // Its board has 32 pixels in each number.
  const size: [number, number] = [width - (width % 32), Math.floor(height)];
  const found = new Map<string, Place>();
  const ordered = [...words].sort(inOrder);
  const begin = ordered.flatMap((word) => {
    const [x, y, turn] = chancesOf(word.text);
    if (word.at === null) return [x, y, turn];
    return [chanceFor(word.at.x, size[0]), chanceFor(word.at.y, size[1]), turn];
  });
  cloud<cloud.Word & { size: number; name: string }>()
    .words(ordered.map((word) => ({ size: word.size, name: word.text })))
    .size(size)
    // Its picture of a word is as wide as that: without thin spaces the padding would be cut off.
    .text(({ name }) => `\u2009${name}\u2009`)
    .font(family)
    .fontWeight(weight)
    .fontSize((word) => word.size)
    .padding((word) => 2 + word.size / 11)
    .rotate(0)
    .random(() => begin.shift() ?? 0.5)
    .canvas(newCanvas)
    // Told before it counts places from the middle of its board.
    .on('word', ({ name, x = 0, y = 0 }) => found.set(name, { x, y }))
    .start();
  return words.map(({ text }) => found.get(text) ?? null);
}

/** The largest first, as d3-cloud sorts them; of equal ones, those that have a place. */
function inOrder(one: WordToPlace, other: WordToPlace): number {
  return other.size - one.size || Number(one.at === null) - Number(other.at === null);
}

function newCanvas(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  // It sets words from their left end, whatever the page's direction.
  canvas.dir = 'ltr';
  return canvas;
}

/** The number from which d3-cloud, which computes `length * (chance + 0.5) / 2`, gets a place. */
function chanceFor(place: number, length: number): number {
  return (2 * place + 1) / length - 0.5;
}

/** Three numbers from 0 to 1, always the same for a text. */
function chancesOf(text: string): [number, number, number] {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  const next = (code: number): number => {
    hash = Math.imul(hash ^ code, 0x01000193) >>> 0;
    return hash / 2 ** 32;
  };
  for (const sign of text) next(sign.codePointAt(0) ?? 0);
  return [next(1), next(2), next(3)];
}
