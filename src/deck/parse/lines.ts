/** A line of a deck's file. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** The lines of a file, whatever ends them; a byte order mark is not part of the first. */
export function toLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ text: line, number: index + 1 }));
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === '';
}
