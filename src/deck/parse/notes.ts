import { isInstruction } from './directives.ts';
import type { Line } from './lines.ts';
import type { Directive, ScannedLine } from './scan-lines.ts';

const NOTES = /^ {0,3}notes?:/i;

/** A slide's text, parted into what the room sees and what the presenter says. */
export interface Parted {
  readonly body: readonly ScannedLine[];
  /** The lines behind `Note:`, or those of the slide's last comment; Markdown. */
  readonly notes: readonly Line[];
  /** The same lines as they were scanned, where they stand behind `Note:`; otherwise empty. */
  readonly notesScanned: readonly ScannedLine[];
}

/** Whether a line begins the speaker notes, which reach to the end of the slide. */
export function startsNotes({ line, fence, inComment }: ScannedLine): boolean {
  return fence === null && !inComment && NOTES.test(line.text);
}

/** Takes the speaker notes out of a slide. A comment is notes only where no `Note:` is. */
export function partNotes(lines: readonly ScannedLine[], comments: readonly Directive[]): Parted {
  const start = lines.findIndex(startsNotes);
  if (start === -1) return { body: lines, notes: commentLines(comments), notesScanned: [] };
  const notesScanned = lines.slice(start);
  const notes = toMarkdown(notesScanned).map((line, index) =>
    index === 0 ? { ...line, text: line.text.replace(NOTES, '').trimStart() } : line,
  );
  return { body: lines.slice(0, start), notes, notesScanned };
}

/** The lines that are Markdown: without those that lie inside a comment. */
export function toMarkdown(lines: readonly ScannedLine[]): Line[] {
  return lines.flatMap(({ line, markdown }) =>
    markdown === null ? [] : [{ text: markdown, number: line.number }],
  );
}

function commentLines(comments: readonly Directive[]): Line[] {
  const said = comments.findLast(({ text }) => text.trim() !== '' && !isInstruction(text));
  if (said === undefined) return [];
  return unindented(said.text.trimEnd()).map((text, index) => ({
    text,
    number: said.line + index,
  }));
}

/** The text's lines without the indentation that all but the first share. */
function unindented(text: string): string[] {
  const [first = '', ...rest] = text.split('\n');
  const indents = rest
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return [first.trimStart(), ...rest.map((line) => line.slice(shared))];
}
