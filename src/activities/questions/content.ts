/** Questions of the room, open for the whole talk. */
export type QuestionsContent = {
  /** The longest question, in characters. */
  readonly longest: number;
  /** The deck's language, for the blocklist. No phone needs it. */
  readonly lang?: string;
};

/** All that one attendee has asked and voted for, as it is now. */
export type QuestionsAnswer = {
  /** In the order in which they were asked. */
  readonly asked: readonly string[];
  /** The keys of the questions of others. */
  readonly votes: readonly string[];
};

/** The most questions of one attendee that are not answered yet. */
export const MOST_OPEN = 5;

/** The reasons for which a phone and the server refuse a question. */
export const TOO_MANY_OPEN = `You have ${MOST_OPEN} open questions. Take one back to ask another.`;
export const ASKED_ALREADY = 'You have asked this already.';
