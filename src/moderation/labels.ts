/** A sentence on the texts that are waiting or left out; empty where there are none. */
export function missingLabel(waiting: number, leftOut: number, someShown: boolean): string {
  const more = someShown ? ' more' : '';
  const sentences = [
    waiting > 0 ? `${waiting}${more} waiting for approval.` : '',
    leftOut > 0 ? `${leftOut} more not shown.` : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}
