import { splitBySeparators, type Separators } from './custom-separators.ts';
import { readFrontMatter, type FrontMatter } from './front-matter.ts';
import { isBlank, type Line } from './lines.ts';
import { startsNotes } from './notes.ts';
import { isEmpty, type SlideSource } from './slide-source.ts';
import type { FileReport } from '../problems.ts';
import { LineScanner } from './scan-lines.ts';
import { slideOptionNames } from './slide-options.ts';

/** `---` parts slides; `--`, and reveal-md's `----`, start a slide below. */
const SEPARATOR = /^--(?:-|--)?[ \t]*$/;
const HORIZONTAL = /^---[ \t]*$/;
/** What starts a line of Markdown that is no paragraph: no underline makes a heading of it. */
const NOT_PARAGRAPH = /^(?:\s|#|>|\||<|[-*+]\s|\d+[.)]\s|`{3}|~{3}|::)/;

/**
 * Parts the lines of a file (its deck's front matter left out) into slides. Lines inside a fence, a
 * comment or a slide's front matter part nothing. What is blank at either end is no slide.
 */
export function splitSlides(
  lines: readonly Line[],
  separators: Separators | null,
  report: FileReport,
): SlideSource[] {
  const pieces =
    separators === null ? splitByLines(lines, report) : splitBySeparators(lines, separators);
  const first = pieces.findIndex((piece) => !isEmpty(piece));
  const last = pieces.findLastIndex((piece) => !isEmpty(piece));
  return first === -1 ? [] : pieces.slice(first, last + 1);
}

function splitByLines(lines: readonly Line[], report: FileReport): SlideSource[] {
  const pieces: SlideSource[] = [];
  let scanner = new LineScanner();
  let piece: { vertical: boolean; front: FrontMatter | null; lines: Line[] } = {
    vertical: false,
    front: null,
    lines: [],
  };
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    index += 1;
    if (scanner.open !== null || !SEPARATOR.test(line.text)) {
      scanner.read(line);
      piece.lines.push(line);
      continue;
    }
    warnOfUnderline(scanner, line, report);
    pieces.push(piece);
    const front = readFrontMatter(lines, index, slideOptionNames, report);
    piece = { vertical: !HORIZONTAL.test(line.text), front, lines: [] };
    scanner = new LineScanner();
    index = front?.end ?? index;
  }
  return [...pieces, piece];
}

function warnOfUnderline(scanner: LineScanner, separator: Line, report: FileReport): void {
  const above = scanner.lines.at(-1);
  if (above === undefined || isBlank(above.line) || above.fence !== null || above.inComment) return;
  if (NOT_PARAGRAPH.test(above.line.text)) return;
  if (scanner.lines.some(startsNotes)) return;
  report.warning(
    separator.number,
    `The slides part here, though Markdown reads a line of dashes directly beneath text as ` +
      `underlining a heading: leave a blank line above it, or write "## …" for a heading`,
  );
}
