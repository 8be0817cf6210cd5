/** What the stage says before anything may be read. */
export const UNREAD = 'What you write appears here when the presenter has read it.';

/** What of the room's texts can't be read here, beside those that can; empty where all can be. */
export function missingWords(waiting: number, leftOut: number, someShown: boolean): string {
  const more = someShown ? ' more' : '';
  const waits = waiting === 1 ? `1${more} is waiting` : `${waiting}${more} are waiting`;
  const sentences = [
    waiting > 0 ? `${waits} for the presenter.` : '',
    leftOut > 0 ? `There is no place for ${leftOut} more.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

/** How large a text is set that so many wrote, in em: it grows with every doubling, up to a limit. */
export function textSize(count: number): number {
  return Math.min(1 + 0.25 * Math.log2(count), 1.75);
}
