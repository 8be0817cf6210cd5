import { textLength } from '../../lib/typed-text.ts';
import type { CloudWord } from './content.ts';

/** A letter's mean width, in sizes of its text; Chinese, Japanese and Korean signs are square. */
const LETTER = 0.58;
const SQUARE = 1;
const SQUARE_SIGN = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]/gu;
/** The height of a line of letters, without the space for those that reach above and below it. */
const HEIGHT = 0.9;
/** The part of a box that words can fill: the space between them stays free. */
const FILLED = 0.55;
/** Of the box: the most frequent word is no higher, and none is wider. */
const HIGHEST = 0.36;
const WIDEST = 0.9;

/** A box in pixels, and the size of the smallest letters that the last row reads. */
export interface CloudBox {
  readonly width: number;
  readonly height: number;
  readonly least: number;
}

/** The sizes of words whose largest is `largest`, in whole pixels: the area follows the count. */
export function sizesOf(
  words: readonly CloudWord[],
  largest: number,
  { width, least }: CloudBox,
): number[] {
  const most = Math.max(...words.map(({ count }) => count));
  return words.map(({ text, count }) => {
    const size = largest * Math.sqrt(count / most);
    // A long one that many gave would have no place, or make all others small.
    const widest = (WIDEST * width) / widthOf(text);
    return Math.round(Math.max(least, Math.min(size, widest)));
  });
}

/** The size of the largest word with which all of them can be expected to have a place, in pixels. */
export function largestSize(words: readonly CloudWord[], box: CloudBox): number {
  const room = FILLED * box.width * box.height;
  let [size, tooLarge] = [box.least, HIGHEST * box.height];
  if (tooLarge <= size || areaOf(words, tooLarge, box) <= room) return Math.max(size, tooLarge);
  while (tooLarge - size > 1) {
    const middle = (size + tooLarge) / 2;
    if (areaOf(words, middle, box) <= room) size = middle;
    else tooLarge = middle;
  }
  return size;
}

function areaOf(words: readonly CloudWord[], largest: number, box: CloudBox): number {
  const sizes = sizesOf(words, largest, box);
  return words.reduce((sum, { text }, place) => {
    const size = sizes[place] ?? 0;
    return sum + HEIGHT * size * size * widthOf(text);
  }, 0);
}

/** The width of a text, in sizes of its letters. */
function widthOf(text: string): number {
  const squares = text.match(SQUARE_SIGN)?.length ?? 0;
  return Math.max(1, squares * SQUARE + (textLength(text) - squares) * LETTER);
}
