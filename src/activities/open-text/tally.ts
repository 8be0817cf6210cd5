import type { Groups, ReviewedWords, Words } from './groups.ts';

export type OpenTextTally = {
  answers: number;
  /** Attendees for each option. */
  readonly counts: number[];
  readonly groups: Groups;
  /** The keys of the texts that the room may read. */
  readonly approved: Set<string>;
};

type Totals = {
  readonly answers: number;
  /** Attendees for each option, whether they wrote something or not. */
  readonly counts: readonly number[];
  /** Different texts that are not approved yet. */
  readonly waiting: number;
  /** Texts, the least frequent, that did not fit into `words`. */
  readonly more: number;
};

/** The texts that were approved. */
export type RoomShown = Totals & { readonly audience: 'room'; readonly words: readonly Words[] };

/** All texts: those that the room reads first, then those that wait. */
export type PresenterShown = Totals & {
  readonly audience: 'presenter';
  readonly words: readonly ReviewedWords[];
};

/** null where too few have answered. */
export type OpenTextShown = RoomShown | PresenterShown | null;
