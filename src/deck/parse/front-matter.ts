import { isBlank, type Line } from './lines.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import { readYaml, type YamlOptions } from './yaml-options.ts';

/** A block of options at the head of a deck or slide. */
export interface FrontMatter {
  readonly yaml: YamlOptions;
  /** Where its first option stands. */
  readonly line: number;
  /** The index of the first line behind its closing `---`. */
  readonly end: number;
}

const CLOSE = /^---[ \t]*$/;
const KEY = /^([A-Za-z][\w-]*)[ \t]*:(?:\s|$)/;
/** What a line of options can start with, besides a key: indentation, a list, a closing bracket. */
const INSIDE = /^(?:\s|- |[\]}])/;

/**
 * The front matter whose first option stands at `lines[from]`; null where the lines are the slide's
 * own text. With `known`, at least one of these options must be among them: a slide of a reveal.js
 * deck may well start with `Note: …`, and may be all `Question: what?`.
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
  const close = closeOf(lines, from);
  const block = close === null ? [] : lines.slice(from, close);
  const keys = block.flatMap(({ text }) => KEY.exec(text)?.[1] ?? []);
  if (close === null || !isFrontMatter(block, keys, known, first.number)) {
    warnOfNearMiss(first, close === null ? [key[1] ?? ''] : keys, known, report);
    return null;
  }
  return { yaml: readYaml(block, first.number), line: first.number, end: close + 1 };
}

/** The index of the line that closes the block; null where a line before it is no option. */
function closeOf(lines: readonly Line[], from: number): number | null {
  let afterBlank = false;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || CLOSE.test(line.text)) return line === undefined ? null : index;
    // A heading behind a blank line would pass for a comment of YAML, and be lost.
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
  home: number,
): boolean {
  if (known !== null && !keys.some((key) => known.includes(key))) return false;
  // Broken YAML is a mistake to report; broken YAML with paragraphs is rather no YAML at all.
  return !block.some(isBlank) || readYaml(block, home).options !== null;
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
        `"${key}:" is shown as text: as an option of the slide, it stands between two lines of ---, with options only`,
      );
    } else if (meant !== null) {
      report.warning(
        first.number,
        `"${key}:" is shown as text; did you mean the option "${meant}:"?`,
      );
    }
  }
}
