/** The change from one text to a later one, counted in lines. */
export interface ChangedLines {
  readonly added: number;
  readonly removed: number;
  /** The first new line with words, in at most 80 characters; '' where none is. */
  readonly line: string;
}

const LONGEST_LINE = 80;

/** Compares two texts by their lines; one that was only moved counts as unchanged. */
export function changedLines(before: string, after: string): ChangedLines {
  const old = countLines(before);
  let added = 0;
  let first = '';
  for (const line of after.split(/\r?\n/)) {
    const left = old.get(line) ?? 0;
    if (left > 0) {
      old.set(line, left - 1);
      continue;
    }
    added += 1;
    if (first === '' && /[\p{L}\p{N}]/u.test(line)) first = line.trim();
  }
  const removed = [...old.values()].reduce((sum, count) => sum + count, 0);
  const signs = [...first];
  const line =
    signs.length > LONGEST_LINE ? `${signs.slice(0, LONGEST_LINE - 1).join('')}…` : first;
  return { added, removed, line };
}

function countLines(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  if (text === '') return counts;
  for (const line of text.split(/\r?\n/)) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
