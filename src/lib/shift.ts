import type { Change, PairSums } from './paired-change.ts';

/** The change between two askings of a question, of those attendees who answered both. */
export type Shift = {
  readonly of: 'share' | 'number';
  /** The measure in words: "mean points". */
  readonly unit: string;
  readonly scale: readonly [number, number];
  /** Attendees. */
  readonly pairs: number;
  /** More answered both: to show these would tell the answers of a few. */
  readonly leftOut?: true;
  readonly items: readonly ItemShift[];
  /**
   * Of answers with one choice each, the attendees for each choice before (row) and after (column); null
   * for others, and where a number of them is below the fewest that are shown.
   */
  readonly moves: readonly (readonly number[])[] | null;
  /** `moves` are null because a number is too low. */
  readonly movesHidden?: true;
};

export type ItemShift = {
  readonly item: string;
  /** null where too few answered it twice. */
  readonly change:
    | (Omit<Change, 'rose' | 'same' | 'fell'> & {
        /** The attendees with a value both times; null where those without one are too few to be shown. */
        readonly pairs: number | null;
        /** null where one of the three is below the fewest that are shown. */
        readonly moved: Pick<Change, 'rose' | 'same' | 'fell'> | null;
      })
    | null;
};

/** The running count of those who answered a question and the one that it asks again. */
export interface ShiftTally {
  /** The attendees, in the order in which they came to have both answers. */
  readonly attendees: Set<string>;
  /** For each item. */
  readonly items: PairSums[];
  /** The attendees for each only choice before (row) and after (column). */
  readonly moves: number[][];
  /** The pairs in `moves`: those with one choice each. */
  moved: number;
}
