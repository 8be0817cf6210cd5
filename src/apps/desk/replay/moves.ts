/** The moves of a replay. */
export interface Moves {
  toggle(): void;
  /** To the moment before (-1) or after (1). */
  moment(by: -1 | 1): void;
  slide(by: -1 | 1): void;
}
