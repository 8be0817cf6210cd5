/** A line of a deck's file. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** Splits a file into lines at LF, CR or CRLF, and drops a byte order mark. */
export function toLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line, number: index + 1 }));
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}

/** Returns a function that gives the line number of an offset; offsets must ascend between calls. */
export function lineNumbers(text: string, first: number): (offset: number) => number {
  let number = first;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) number += 1;
    return number;
  };
}
