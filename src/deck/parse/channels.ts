import type { FenceReader } from '../../activities/fence-reader.ts';
import type { Channels } from '../deck.ts';

const NAMES = ['reactions'];
const STANDARD_SIGNS: readonly string[] = ['👏', '❤️', '😄', '🤔'];
const MOST_SIGNS = 4;
/** In UTF-16 code units: an emoji of four people with their skins has somewhat fewer. */
const LONGEST_SIGN = 32;

/**
 * Reads `channels: [reactions]`, those that are open for the whole talk, and the signs that
 * `reactions` may name; null where the deck has none.
 */
export function readChannels(reader: FenceReader): Channels | null {
  const written = reader.raw('channels');
  const signs = readSigns(reader);
  if (written === undefined || written === null) {
    if (signs !== null) reader.problem(['reactions'], '"reactions" needs "channels: [reactions]"');
    return null;
  }
  for (const [index, name] of reader.listAt(['channels'], written, 1, NAMES.length).entries()) {
    if (typeof name === 'string' && NAMES.includes(name)) continue;
    reader.problem(['channels', index], `The channels are ${NAMES.join(', ')}`);
  }
  return { reactions: signs ?? STANDARD_SIGNS };
}

function readSigns(reader: FenceReader): string[] | null {
  if (reader.raw('reactions') === undefined) return null;
  const signs = reader.distinctTexts('reactions', 1, MOST_SIGNS);
  for (const [index, sign] of signs.entries()) {
    if (sign.length <= LONGEST_SIGN && characters(sign) === 1) continue;
    reader.problem(['reactions', index], 'A reaction is one sign, such as 👏');
  }
  return signs;
}

/** Characters as people count them. */
function characters(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length;
}
