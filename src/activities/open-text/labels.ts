/** What the stage says before anything may be read. */
export const UNREAD = 'Answers appear here once the presenter approves them.';

/** What of the room's texts can't be read here, beside those that can; empty where all can be. */
export function missingLabel(waiting: number, leftOut: number, someShown: boolean): string {
  const more = someShown ? ' more' : '';
  const sentences = [
    waiting > 0 ? `${waiting}${more} waiting for approval.` : '',
    leftOut > 0 ? `${leftOut} more not shown.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** How large a text is set that so many wrote, in em: it grows with every doubling, up to a limit. */
export function textSize(count: number): number {
  return Math.min(1 + 0.25 * Math.log2(count), 1.75);
}
