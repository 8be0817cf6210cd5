/** The text of the stage while no text is approved. */
export const UNREAD = 'Only answers that the presenter has approved are shown.';

/** Font size of a text in em, by its number of writers: grows with every doubling, to a limit. */
export function textSize(count: number): number {
  return Math.min(1 + 0.25 * Math.log2(count), 1.75);
}
