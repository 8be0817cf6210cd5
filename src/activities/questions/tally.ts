import type { PresenterTexts, Words } from '../../moderation/shown.ts';
import { noTexts, type WrittenTexts } from '../../moderation/texts.ts';
import { countText } from '../../moderation/groups.ts';
import type { QuestionsAnswer } from './content.ts';
import { nameOfText, voteKeyOf } from '../../moderation/vote-key.ts';

export type QuestionsTally = WrittenTexts & {
  /** The time at which each question was first asked, by the name of its group. */
  readonly since: Map<string, number>;
  /** The names of the groups that were answered. */
  readonly answered: Set<string>;
  /** The names of those that come first. */
  readonly pinned: Set<string>;
};

/** A question as it is sent. What is left out does not hold. */
export type Marks = {
  /** The key by which attendees vote. */
  readonly vote: string;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  readonly answered?: true;
  readonly pinned?: true;
};

/** A question that the room reads, with the keys of those that were merged into it. */
export type RoomQuestion = Words & Marks & { readonly with?: readonly string[] };

export type RoomQuestions = {
  readonly audience: 'room';
  readonly more: number;
  readonly words: readonly RoomQuestion[];
  readonly spotlight?: Words;
};

export type PresenterQuestions = PresenterTexts & {
  readonly audience: 'presenter';
  /** true: questions come through by themselves. */
  readonly letsThrough: boolean;
  /** The marks of its questions, by their texts' keys. */
  readonly marks: Readonly<Record<string, Marks>>;
};

export type QuestionsShown = RoomQuestions | PresenterQuestions;

export function noQuestions(lang: string): QuestionsTally {
  return {
    ...noTexts({ letsThrough: false, lang }),
    people: new Map(),
    since: new Map(),
    answered: new Set(),
    pinned: new Set(),
  };
}

/** Adds (`by` 1) or takes back (`by` -1) all that one attendee has asked and voted for, in place. */
export function countQuestions(
  tally: QuestionsTally,
  { asked, votes }: QuestionsAnswer,
  by: 1 | -1,
  attendee: string,
  at: number,
): void {
  for (const text of asked) {
    countText(tally.groups, { choice: null, text }, by);
    const name = nameOfText(text);
    if (!tally.since.has(name)) tally.since.set(name, at);
  }
  // A set: a vote for one's own question adds nothing.
  for (const key of new Set([...asked.map((text) => voteKeyOf(nameOfText(text))), ...votes])) {
    const people = tally.people?.get(key) ?? new Set();
    if (by === 1) people.add(attendee);
    else people.delete(attendee);
    if (people.size === 0) tally.people?.delete(key);
    else tally.people?.set(key, people);
  }
}

/** The marks of the group of this name. */
export function marksOf({ since, answered, pinned }: QuestionsTally, name: string): Marks {
  return {
    vote: voteKeyOf(name),
    at: since.get(name) ?? 0,
    ...(answered.has(name) ? { answered: true } : {}),
    ...(pinned.has(name) ? { pinned: true } : {}),
  };
}
