import { isDirective } from './directives.ts';
import { lineNumbers, type Line } from './lines.ts';
import { scanLines, type HtmlComment, type ScannedLine } from './scan-lines.ts';

const NOTES = /^ {0,3}notes?:/im;

/** The lines of a slide, split into body and speaker notes. */
export interface SplitNotes {
  readonly body: readonly ScannedLine[];
  /** The Markdown after `Note:`, or that of the slide's last comment. */
  readonly notes: readonly Line[];
  /** The scanned lines after `Note:`; empty for notes in a comment. */
  readonly notesScanned: readonly ScannedLine[];
}

/** Returns true for the line that begins the speaker notes, which go on to the end of the slide. */
export function startsNotes({ line, isText }: ScannedLine): boolean {
  return isText && NOTES.test(line.text);
}

/**
 * Separates the speaker notes of a slide: what follows `Note:`, or `separator` where the deck names one.
 * A comment counts as notes only where there are no others.
 */
export function splitNotes(
  lines: readonly ScannedLine[],
  comments: readonly HtmlComment[],
  separator: RegExp | null,
): SplitNotes {
  const found = findNotes(lines, separator ?? NOTES);
  if (found === null) return { body: lines, notes: commentLines(comments), notesScanned: [] };
  return { ...found, notes: toMarkdown(found.notesScanned) };
}

/** Splits lines where the separator first matches in text; null if it does not. */
function findNotes(
  lines: readonly ScannedLine[],
  separator: RegExp,
): Pick<SplitNotes, 'body' | 'notesScanned'> | null {
  const text = lines.map(({ line }) => line.text).join('\n');
  const indexAt = lineNumbers(text, 0);
  for (const match of text.matchAll(new RegExp(separator, 'gim'))) {
    const start = match.index + (/^\n*/.exec(match[0])?.[0].length ?? 0);
    const end = match.index + match[0].length;
    const [firstIndex, lastIndex] = [indexAt(start), indexAt(end)];
    const [first, last] = [lines[firstIndex], lines[lastIndex]];
    if (first === undefined || last === undefined || !first.isText) continue;
    const body = lines.slice(0, firstIndex);
    const before = first.line.text.slice(0, columnOf(text, start));
    if (before.trim() !== '') body.push(...rescan(before, first));
    const after = linesAfter(last, columnOf(text, end));
    return { body, notesScanned: [...after, ...lines.slice(lastIndex + 1)] };
  }
  return null;
}

/** The distance of an offset from the start of its line. */
function columnOf(text: string, offset: number): number {
  return offset - (offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1);
}

/** The rest of a line behind the separator, which may itself be a comment. */
function linesAfter(scanned: ScannedLine, column: number): ScannedLine[] {
  const { line, markdown } = scanned;
  const isBeforeComments = markdown?.startsWith(line.text.slice(0, column)) === true;
  if (!isBeforeComments) return rescan(line.text.slice(column).trimStart(), scanned);
  return [{ ...scanned, markdown: markdown.slice(column).trimStart() }];
}

/** Scans part of a line anew. */
function rescan(text: string, { line }: ScannedLine): ScannedLine[] {
  return scanLines([{ text, number: line.number }]).lines;
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
