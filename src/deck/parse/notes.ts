import { isDirective } from './directives.ts';
import type { Line } from './lines.ts';
import type { HtmlComment, ScannedLine } from './scan-lines.ts';

const NOTES = /^ {0,3}notes?:/i;

/** The lines of a slide, split into body and speaker notes. */
export interface SplitNotes {
  readonly body: readonly ScannedLine[];
  /** The Markdown after `Note:`, or that of the slide's last comment. */
  readonly notes: readonly Line[];
  /** The scanned lines after `Note:`; empty for notes in a comment. */
  readonly notesScanned: readonly ScannedLine[];
}

/** Returns true for the line that begins the speaker notes, which go on to the end of the slide. */
export function startsNotes({ line, fence, inComment }: ScannedLine): boolean {
  return fence === null && !inComment && NOTES.test(line.text);
}

/** Separates the speaker notes of a slide. A comment counts as notes only without a `Note:`. */
export function splitNotes(
  lines: readonly ScannedLine[],
  comments: readonly HtmlComment[],
): SplitNotes {
  const start = lines.findIndex(startsNotes);
  if (start === -1) return { body: lines, notes: commentLines(comments), notesScanned: [] };
  const notesScanned = lines.slice(start);
  const notes = toMarkdown(notesScanned).map((line, index) =>
    index === 0 ? { ...line, text: line.text.replace(NOTES, '').trimStart() } : line,
  );
  return { body: lines.slice(0, start), notes, notesScanned };
}

/** Returns the Markdown of the lines, without those inside a comment. */
export function toMarkdown(lines: readonly ScannedLine[]): Line[] {
  return lines.flatMap(({ line, markdown }) =>
    markdown === null ? [] : [{ text: markdown, number: line.number }],
  );
}

function commentLines(comments: readonly HtmlComment[]): Line[] {
  const notes = comments.findLast(({ text }) => text.trim() !== '' && !isDirective(text));
  if (notes === undefined) return [];
  return removeIndent(notes.text.trimEnd()).map((text, index) => ({
    text,
    number: notes.line + index,
  }));
}

/** Removes the indentation that all lines but the first share. */
function removeIndent(text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return [first.trimStart(), ...rest.map((line) => line.slice(shared))];
}
