/** The lines that a block takes the place of, and the block with the blank lines that it needs. */
export interface PlaceForBlock {
  /** Lines from 1; the block goes behind the end of `line`, or in its place where that is blank. */
  readonly line: number;
  readonly inPlace: boolean;
  readonly before: string;
  readonly after: string;
}

/**
 * The place of a block of its own, such as a picture, for a cursor in a line: behind the line, and
 * behind the code or the options around it.
 *
 * @param lines those of the file
 * @param cursor the line with the cursor, from 1
 */
export function placeForBlock(lines: readonly string[], cursor: number): PlaceForBlock {
  const line = endOfBlock(lines, cursor);
  const isBlank = (at: number): boolean => (lines[at - 1] ?? '').trim() === '';
  const inPlace = isBlank(line);
  const isFirst = inPlace && isBlank(line - 1);
  return {
    line,
    inPlace,
    before: isFirst ? '' : inPlace ? '\n' : '\n\n',
    after: isBlank(line + 1) ? '' : '\n',
  };
}

/** The last line of the fenced code, or the options of a slide, around a line; else the line itself. */
function endOfBlock(lines: readonly string[], line: number): number {
  for (let start = 1; start <= line; start += 1) {
    const mark = blockMark(lines[start - 1] ?? '', lines[start] ?? '');
    if (mark === null) continue;
    const length = lines.slice(start).findIndex((one) => one.trimEnd().startsWith(mark));
    const end = length === -1 ? lines.length : start + length + 1;
    if (line <= end) return end;
    start = end;
  }
  return line;
}

function blockMark(line: string, next: string): string | null {
  if (/^---\s*$/.test(line)) return /^[\w-]+:/.test(next) ? '---' : null;
  return /^(?:`{3,}|~{3,})/.exec(line)?.[0] ?? null;
}
