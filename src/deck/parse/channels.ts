import type { Activity } from '../../activities/contract.ts';
import type { FenceReader } from '../../activities/fence-reader.ts';
import { readActivity } from '../../activities/read-activity.ts';
import { activityType, channelNames } from '../../activities/registry.ts';
import type { Channels } from '../deck.ts';

/** The one that is no activity: its signs are not recorded. */
const REACTIONS = 'reactions';
const NAMES = [...channelNames, REACTIONS];
const STANDARD_SIGNS: readonly string[] = ['👏', '❤️', '😄', '🤔'];
const MOST_SIGNS = 4;
/** In UTF-16 code units: an emoji of four people with their skins has somewhat fewer. */
const LONGEST_SIGN = 32;

/** The channels of a deck as its author names them. */
export interface WrittenChannels {
  readonly names: readonly string[];
  readonly reactions: readonly string[];
}

/**
 * Reads `channels: [questions, pace, reactions]`, those that are open for the whole talk, and the signs
 * that `reactions` may name; null where the deck has none.
 */
export function readChannels(reader: FenceReader): WrittenChannels | null {
  const written = reader.raw('channels');
  const signs = readSigns(reader);
  const entries =
    written === undefined || written === null
      ? []
      : reader.listAt(['channels'], written, 1, NAMES.length);
  const names: string[] = [];
  for (const [index, name] of entries.entries()) {
    const path = ['channels', index];
    if (typeof name !== 'string' || !NAMES.includes(name)) {
      reader.problem(path, `The channels are ${NAMES.join(', ')}`);
    } else if (names.includes(name)) reader.problem(path, `"${name}" appears twice in "channels"`);
    else names.push(name);
  }
  const hasReactions = names.includes(REACTIONS);
  if (signs !== null && !hasReactions) {
    reader.problem([REACTIONS], '"reactions" needs "channels: [reactions]"');
  }
  if (names.length === 0) return null;
  return { names, reactions: hasReactions ? (signs ?? STANDARD_SIGNS) : [] };
}

/** The channels of a deck in this language. */
export function makeChannels({ names, reactions }: WrittenChannels, lang: string): Channels {
  const activities = channelNames
    .filter((name) => names.includes(name))
    .map((name) => channelActivity(name, lang));
  return { reactions, ...(activities.length === 0 ? {} : { activities }) };
}

/** The activity of a channel, which no author writes. */
function channelActivity(name: string, lang: string): Activity {
  const type = activityType(name);
  const options = { id: name, question: type.channel?.question ?? name };
  const deck = { lang, findPicture: () => null };
  return readActivity(type, options, undefined, deck).activity;
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
