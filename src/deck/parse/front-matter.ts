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

const CLOSE = /^---[ \t]*$/;
const KEY = /^([A-Za-z][\w-]*)[ \t]*:(?:\s|$)/;
/** The start of a line that continues an option: indentation, a list, a closing bracket. */
const INSIDE = /^(?:\s|- |[\]}])/;

/**
 * Reads the front matter whose first option is at `lines[from]`; null where the lines are text. With
 * `known`, it must contain at least one of these options: a slide of a reveal.js deck may start with
 * `Note: …`, or consist of `Question: what?`.
 */
export function readFrontMatter(
  lines: readonly Line[],
  from: number,
  known: readonly string[] | null,
  report: FileReport,
): FrontMatter | null {
  const first = lines[from];
  const key = first === undefined ? null : KEY.exec(first.text);
  if (first === undefined || key === null) return null;
  const close = closingIndex(lines, from);
  const block = close === null ? [] : lines.slice(from, close);
  const keys = block.flatMap(({ text }) => KEY.exec(text)?.[1] ?? []);
  if (close === null || !isFrontMatter(block, keys, known, first.number)) {
    warnOfNearMiss(first, close === null ? [key[1] ?? ''] : keys, known, report);
    return null;
  }
  return { yaml: readYaml(block, first.number), line: first.number, end: close + 1 };
}

/** The index of the line that closes the block; null if a line before it cannot be an option. */
function closingIndex(lines: readonly Line[], from: number): number | null {
  let afterBlank = false;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || CLOSE.test(line.text)) return line === undefined ? null : index;
    // A Markdown heading after a blank line would be read as a YAML comment, and lost.
    const comment = line.text.startsWith('#') && !afterBlank;
    afterBlank = isBlank(line);
    if (!afterBlank && !comment && !KEY.test(line.text) && !INSIDE.test(line.text)) return null;
  }
  return null;
}

function isFrontMatter(
  block: readonly Line[],
  keys: readonly string[],
  known: readonly string[] | null,
  fallbackLine: number,
): boolean {
  if (known !== null && !keys.some((key) => known.includes(key))) return false;
  // Invalid YAML is reported as such; invalid YAML with blank lines is taken for text.
  return !block.some(isBlank) || readYaml(block, fallbackLine).options !== null;
}

function warnOfNearMiss(
  first: Line,
  keys: readonly string[],
  known: readonly string[] | null,
  report: FileReport,
): void {
  if (known === null) return;
  for (const key of keys) {
    const meant = nearestWord(key, known);
    if (meant === key) {
      report.warning(
        first.number,
        `"${key}:" is shown as text: as an option of the slide, it must be between two lines of ---, with options only`,
      );
    } else if (meant !== null) {
      report.warning(
        first.number,
        `"${key}:" is shown as text; did you mean the option "${meant}:"?`,
      );
    }
  }
}
