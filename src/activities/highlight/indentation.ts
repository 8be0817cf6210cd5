/** Columns between the stops of a tab, as code on slides has them. */
const TAB = 4;

/** A line of code without its indentation, and the number of columns that this takes. */
export function withoutIndentation(line: string): { columns: number; text: string } {
  const text = line.trimStart();
  let columns = 0;
  for (const space of line.slice(0, line.length - text.length)) {
    columns += space === '\t' ? TAB - (columns % TAB) : 1;
  }
  return { columns, text: text.trimEnd() };
}
