import { groupOf } from '../../moderation/text-key.ts';
import { presenterTexts, roomTexts } from '../../moderation/shown.ts';
import { rootOf } from '../../moderation/root-of.ts';
import { nameOfText, voteKeyOf } from '../../moderation/vote-key.ts';
import {
  marksOf,
  type PresenterQuestions,
  type QuestionsTally,
  type RoomQuestions,
} from './tally.ts';

/** The questions that came through, without a word of those that did not. */
export function roomQuestions(tally: QuestionsTally): RoomQuestions {
  const { words, more, spotlight } = roomTexts(tally);
  const merged = mergedKeys(tally);
  return {
    audience: 'room',
    more,
    words: words.map((one) => {
      const name = nameOfText(one.text);
      const others = merged.get(name);
      return { ...one, ...marksOf(tally, name), ...(others === undefined ? {} : { with: others }) };
    }),
    ...(spotlight === undefined ? {} : { spotlight }),
  };
}

/** All questions: those that the room reads first, then those that wait. */
export function presenterQuestions(tally: QuestionsTally): PresenterQuestions {
  const texts = presenterTexts(tally);
  const all = [...texts.words, ...(texts.putAway ?? [])];
  return {
    audience: 'presenter',
    ...texts,
    letsThrough: tally.letsThrough,
    marks: Object.fromEntries(all.map(({ key }) => [key, marksOf(tally, groupOf(key))])),
  };
}

/** The keys of the questions that go on under others, by the names of those. */
function mergedKeys(tally: QuestionsTally): Map<string, readonly string[]> {
  const keys = new Map<string, readonly string[]>();
  for (const name of tally.merged.keys()) {
    const root = rootOf(tally, name);
    keys.set(root, [...(keys.get(root) ?? []), voteKeyOf(name)]);
  }
  return keys;
}
