import { areUsual, splitBySeparators, type Separators } from './custom-separators.ts';
import { readFrontMatter } from './front-matter.ts';
import { isBlank, type Line } from './lines.ts';
import { startsNotes } from './notes.ts';
import { isEmpty, type SlideSource } from './slide-source.ts';
import type { FileReport } from '../problems.ts';
import { LineScanner } from './scan-lines.ts';
import { warnOfSuspectSeparators } from './suspect-separators.ts';
import { slideOptionNames } from './slide-options.ts';

/** `---` starts a slide beside; `--`, and reveal-md's `----`, start a slide below. */
const SEPARATOR = /^--(?:-|--)?[ \t]*$/;
const HORIZONTAL = /^---[ \t]*$/;
/** The start of a line that is no paragraph, so that dashes below it make no setext heading. */
const NOT_PARAGRAPH = /^(?:\s|#|>|\||<|[-*+]\s|\d+[.)]\s|`{3}|~{3}|::)/;

/**
 * Splits the lines of a file, without the deck's front matter, into slides. Only the usual separators
 * may have options below them. Lines inside a fence, a
 * comment, code in HTML or front matter are no separators. Empty
 * slides at either end are dropped.
 */
export function splitSlides(
  lines: readonly Line[],
  separators: Separators,
  report: FileReport,
): SlideSource[] {
  const byLines = areUsual(separators);
  const sources = byLines
    ? splitByLines(lines, separators.notes, report)
    : splitBySeparators(lines, separators);
  const first = sources.findIndex((source) => !isEmpty(source));
  const last = sources.findLastIndex((source) => !isEmpty(source));
  const slides = first === -1 ? [] : sources.slice(first, last + 1);
  warnOfSuspectSeparators(slides, !byLines, report);
  return slides;
}

function splitByLines(
  lines: readonly Line[],
  notesSeparator: RegExp | null,
  report: FileReport,
): SlideSource[] {
  const sources: SlideSource[] = [];
  let scanner = new LineScanner();
  let source: SlideSource & { lines: Line[] } = {
    vertical: false,
    front: null,
    notesSeparator,
    lines: [],
  };
  for (let index = 0; index < lines.length;) {
    const line = lines[index];
    if (line === undefined) break;
    index += 1;
    if (scanner.open !== null || !SEPARATOR.test(line.text)) {
      scanner.read(line);
      source.lines.push(line);
      continue;
    }
    warnOfSetextHeading(scanner, line, report);
    sources.push(source);
    const place = sources.length === 1 && isEmpty(source) ? 'file' : 'slide';
    const front = readFrontMatter(lines, index, place, slideOptionNames, report);
    source = { vertical: !HORIZONTAL.test(line.text), front, notesSeparator, lines: [] };
    scanner = new LineScanner();
    index = front?.end ?? index;
  }
  return [...sources, source];
}

function warnOfSetextHeading(scanner: LineScanner, separator: Line, report: FileReport): void {
  const above = scanner.lines.at(-1);
  if (above === undefined || isBlank(above.line) || !above.isText) return;
  if (NOT_PARAGRAPH.test(above.line.text)) return;
  if (scanner.lines.some(startsNotes)) return;
  report.warning(
    separator.number,
    `A new slide starts here, though Markdown reads a line of dashes directly beneath text as ` +
      `underlining a heading: leave a blank line above it, or write "## …" for a heading`,
  );
}
