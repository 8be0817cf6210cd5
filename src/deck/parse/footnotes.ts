import type { FileReport } from '../problems.ts';
import { isBlank, type Line } from './lines.ts';
import type { ScannedLine } from './scan-lines.ts';

/** The footnotes of a slide, by label: the lines of each, without `[^label]:`. */
export type Footnotes = ReadonlyMap<string, readonly Line[]>;

/** The lines of a slide, and the footnotes that stood among them. */
export interface FootnotedLines {
  readonly rest: readonly ScannedLine[];
  readonly footnotes: Footnotes;
}

const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)$/;
/** A line that continues a note as it stands: it begins nothing of its own. */
const TEXT = /^\s*[^\s#>*+|`~<:=[-]/;
const INDENTED = /^(?: {4}|\t)(.*)$/;

/** Takes the footnotes out of the lines of a slide, wherever they stand in it. */
export function takeFootnotes(lines: readonly ScannedLine[], report: FileReport): FootnotedLines {
  const rest = [...lines];
  const footnotes = new Map<string, Line[]>();
  for (let from = 0; from < lines.length; from += 1) {
    const start = lines[from];
    const [, label = '', text = ''] = (start && DEFINITION.exec(markdownOf(start))) ?? [];
    if (start === undefined || label === '') continue;
    const to = endOfNote(lines, from);
    const more = lines.slice(from + 1, to).map(({ line, markdown }) => {
      const written = markdown ?? '';
      return { ...line, text: INDENTED.exec(written)?.[1] ?? written };
    });
    if (footnotes.has(label)) {
      report.warning(start.line.number, `The footnote [^${label}] stands twice: the first counts`);
    } else footnotes.set(label, [{ ...start.line, text }, ...more]);
    for (const [index, line] of lines.slice(from, to).entries()) {
      rest[from + index] = { ...line, markdown: '' };
    }
    from = to - 1;
  }
  return { rest, footnotes };
}

/** The index behind the last line of the note that begins at `from`. */
function endOfNote(lines: readonly ScannedLine[], from: number): number {
  let end = from + 1;
  let isText = true;
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined) break;
    const text = markdownOf(line);
    const isIndented = INDENTED.test(text);
    const goesOn = isText && TEXT.test(text) && !/^\s*\d{1,9}[.)]\s/.test(text);
    if (isBlank({ ...line.line, text })) isText = false;
    else if (isIndented || goesOn) end = index + 1;
    else break;
  }
  return end;
}

/** The line as Markdown; empty within a fence that does not belong to a note. */
function markdownOf({ fence, markdown }: ScannedLine): string {
  return fence === null ? (markdown ?? '') : '```';
}
