import { isBlank, type Line } from './lines.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import { readYaml, type YamlOptions } from './yaml-options.ts';

/** A block of YAML options at the start of a deck or slide. */
export interface FrontMatter {
  readonly yaml: YamlOptions;
  /** The line of its first option. */
  readonly line: number;
  /** The index of the line after its closing `---`. */
  readonly end: number;
}

/** The place of options: at the start of a deck, of another file, or of another slide. */
export type OptionsPlace = 'deck' | 'file' | 'slide';

/** The lines below a `---`, up to the next one. */
interface Block {
  readonly of: OptionsPlace;
  readonly lines: readonly Line[];
  /** The first line that is neither blank nor a comment of YAML, and its index. */
  readonly first: Line;
  readonly firstIndex: number;
  /** The keys at the start of a line, without quotes. */
  readonly keys: readonly string[];
  readonly isClosed: boolean;
}

const CLOSE = /^---[ \t]*$/;
/** A line that ends a slide, and so the search for the end of its options. */
const SEPARATOR = /^--(?:-|--)?[ \t]*$/;
/** A key of YAML. `Note:` is none, because it starts the speaker notes. */
const KEY = /^(?!notes?[ \t]*:)(["']?)([\p{L}_$][\p{L}\p{N}_$.-]*)\1[ \t]*:(?:\s|$)/iu;
/** The start of a line that continues an option: indentation, a list, a closing bracket. */
const INSIDE = /^(?:\s|- |[\]}])/;
const COMMENT = /^#/;

/**
 * Reads the options of a deck or slide, whose first line is `lines[from]`; null where the lines are
 * text. One of them must be `known`: a slide of a reveal.js deck may start with `Note: …`, or consist of
 * `Question: what?`. Only a deck may have others alone, in its first line.
 */
export function readFrontMatter(
  lines: readonly Line[],
  from: number,
  of: OptionsPlace,
  known: readonly string[],
  report: FileReport,
): FrontMatter | null {
  const block = readBlock(lines, from, of);
  if (block === null) return null;
  const yaml = mayBeOptions(block, known) ? readYaml(block.lines, block.first.number) : null;
  if (yaml === null || (yaml.options === null && !looksLikeOptions(block))) {
    if (of !== 'deck') warnOfNearMiss(block, known, report);
    return null;
  }
  if (of !== 'deck') warnOfBlankEnd(block, report);
  return { yaml, line: block.first.number, end: from + block.lines.length + 1 };
}

function readBlock(lines: readonly Line[], from: number, of: Block['of']): Block | null {
  let at = from;
  while (isBlankOrComment(lines[at])) at += 1;
  const first = lines[at];
  if (first === undefined || !first.text.includes(':')) return null;
  let end = at;
  while (end < lines.length && !SEPARATOR.test(lines[end]?.text ?? '')) end += 1;
  const block = lines.slice(from, end);
  const keys = block.flatMap(({ text }) => KEY.exec(text)?.[2] ?? []);
  const isClosed = CLOSE.test(lines[end]?.text ?? '');
  return { of, lines: block, first, firstIndex: at - from, keys, isClosed };
}

function isBlankOrComment(line: Line | undefined): boolean {
  return line !== undefined && (isBlank(line) || COMMENT.test(line.text));
}

function mayBeOptions(block: Block, known: readonly string[]): boolean {
  const { of, first, firstIndex, keys, isClosed } = block;
  if (!isClosed || block.lines.some((_, index) => isHeading(block, index))) return false;
  const isKnown = keys.some((key) => known.includes(key));
  if (of === 'deck') return isKnown || (firstIndex === 0 && KEY.test(first.text));
  return isKnown && !isApart(block);
}

/** True for options below a blank line, which are text on a slide inside a file. */
function isApart({ of, lines, firstIndex }: Block): boolean {
  return of === 'slide' && lines.slice(0, firstIndex).some(isBlank);
}

/** True for a heading of Markdown below the first option: as a comment of YAML it would be lost. */
function isHeading({ lines, firstIndex }: Block, index: number): boolean {
  const [before, line, after] = [lines[index - 1], lines[index], lines[index + 1]];
  if (index < firstIndex || line === undefined || !COMMENT.test(line.text)) return false;
  const isAbove = after !== undefined && (KEY.test(after.text) || COMMENT.test(after.text));
  return before !== undefined && isBlank(before) && !isAbove;
}

/** True for invalid YAML that is reported as such; with blank lines or words in it, it is text. */
function looksLikeOptions({ lines, firstIndex }: Block): boolean {
  return lines.every(
    (line, index) =>
      index < firstIndex ||
      KEY.test(line.text) ||
      INSIDE.test(line.text) ||
      COMMENT.test(line.text),
  );
}

/** Warns of options above a blank line and `---`: they may be a slide of their own. */
function warnOfBlankEnd({ lines, first }: Block, report: FileReport): void {
  if (lines.at(-1)?.text.trim() !== '') return;
  report.warning(
    first.number,
    `"${first.text.trim()}" is read as an option of the slide below: leave no blank line above its ` +
      `closing ---, or one above it to show it as text`,
  );
}

function warnOfNearMiss(block: Block, known: readonly string[], report: FileReport): void {
  const { lines, first, keys } = block;
  if (!KEY.test(first.text)) return;
  const isMapping = block.isClosed && looksLikeOptions(block);
  // A paragraph of its own is meant as text.
  if (isApart(block) && (!isMapping || lines.at(-1)?.text.trim() === '')) return;
  const place = isApart(block)
    ? 'follow the line of --- directly'
    : 'be between two lines of ---, with options only';
  for (const key of isMapping ? keys : keys.slice(0, 1)) {
    const meant = nearestWord(key, known);
    if (meant === key) {
      const message = `"${key}:" is shown as text: as an option of the slide, it must ${place}`;
      report.warning(first.number, message);
    } else if (meant !== null) {
      const message = `"${key}:" is shown as text; did you mean the option "${meant}:"?`;
      report.warning(first.number, message);
    }
  }
}
