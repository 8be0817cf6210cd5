import type { PresenterTexts, Words } from '../../moderation/shown.ts';

/** A question for a few short texts each. */
export type WordCloudContent = {
  /** The most texts of one attendee, from 1. */
  readonly words: number;
  /** The longest text, in characters (Unicode code points, once normalised). */
  readonly longest: number;
  /** `each`: the presenter approves each text. `never`: all come through that the blocklist does not hold. */
  readonly approve: 'each' | 'never';
  /** The deck's language, for the blocklist. No phone needs it. */
  readonly lang?: string;
};

/** From one text to `words`, no two of which read the same. */
export type WordCloudAnswer = { readonly words: readonly string[] };

/** A text that the room reads, and the attendees who gave it. */
export type CloudWord = Omit<Words, 'choice'>;

/** The texts that the room reads, the most frequent first. */
export type CloudShown = {
  readonly audience: 'room';
  readonly answers: number;
  /** Different texts that are not approved yet; 0 where texts come through by themselves. */
  readonly waiting: number;
  /** Texts, the least frequent, that did not fit into `words`. */
  readonly more: number;
  readonly words: readonly CloudWord[];
  /** The text that the stage shows large; left out where there is none. */
  readonly spotlight?: CloudWord;
};

/** null where too few have answered. */
export type WordCloudShown =
  | CloudShown
  | (PresenterTexts & { readonly audience: 'presenter'; readonly answers: number })
  | null;
