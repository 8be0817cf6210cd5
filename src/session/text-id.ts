/** Digits alone, or around an "e": a spreadsheet would read them as a number, and round it. */
const READS_AS_NUMBER = /^\d+(e\d+)?$/i;

/** An id in hex digits that no spreadsheet reads as a number: with an "x" before it where one would. */
export function textId(id: string): string {
  return READS_AS_NUMBER.test(id) ? `x${id}` : id;
}
