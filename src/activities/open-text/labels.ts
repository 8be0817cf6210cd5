/** The text of the stage while no text is approved. */
export const UNREAD = 'Answers appear here once the presenter approves them.';

/** A sentence on the texts that are waiting or left out; empty where there are none. */
export function missingLabel(waiting: number, leftOut: number, someShown: boolean): string {
  const more = someShown ? ' more' : '';
  const sentences = [
    waiting > 0 ? `${waiting}${more} waiting for approval.` : '',
    leftOut > 0 ? `${leftOut} more not shown.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** Font size of a text in em, by its number of writers: grows with every doubling, to a limit. */
export function textSize(count: number): number {
  return Math.min(1 + 0.25 * Math.log2(count), 1.75);
}
