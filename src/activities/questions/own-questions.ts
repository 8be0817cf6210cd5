import { nameOfText, voteKeyOf } from '../../moderation/vote-key.ts';
import type { RoomQuestion, RoomQuestions } from './tally.ts';

/** A question of this attendee, and what has become of it so far. */
export interface OwnQuestion {
  readonly text: string;
  readonly is: 'waiting' | 'shown' | 'answered';
  /** The question of the room in which it goes on; null where the room reads none. */
  readonly key: string | null;
}

/**
 * One's own questions with their states. One that the presenter has put away waits: nobody is told of it.
 */
export function ownQuestions(asked: readonly string[], room: RoomQuestions | null): OwnQuestion[] {
  return asked.map((text) => {
    const key = voteKeyOf(nameOfText(text));
    const found = room?.words.find(({ vote, with: merged = [] }) =>
      [vote, ...merged].includes(key),
    );
    if (found === undefined) return { text, is: 'waiting', key: null };
    return { text, is: found.answered === true ? 'answered' : 'shown', key: found.vote };
  });
}

export type Order = 'votes' | 'newest';

/** The questions that are open, pinned ones first; those that were answered come apart. */
export function inOrder(
  words: readonly RoomQuestion[],
  order: Order,
): { readonly open: readonly RoomQuestion[]; readonly answered: readonly RoomQuestion[] } {
  const byOrder = (one: RoomQuestion, other: RoomQuestion): number =>
    order === 'newest' ? other.at - one.at : other.count - one.count || one.at - other.at;
  const sorted = [...words].sort(
    (one, other) =>
      Number(other.pinned === true) - Number(one.pinned === true) || byOrder(one, other),
  );
  return {
    open: sorted.filter(({ answered }) => answered !== true),
    answered: sorted.filter(({ answered }) => answered === true),
  };
}
