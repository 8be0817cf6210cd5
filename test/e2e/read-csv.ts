/** A CSV file (RFC 4180, CRLF, with a byte order mark) as its records: column names and texts. */
export function readCsv(file: string): Record<string, string>[] {
  const [names = [], ...lines] = cellsOf(file.replace(/^\uFEFF/, ''));
  return lines.map((cells) =>
    Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])),
  );
}

function cellsOf(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, bare = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    line.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}
