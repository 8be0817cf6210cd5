import type { FenceReader } from '../../activities/fence-reader.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import type { Line } from './lines.ts';
import type { SlideSource } from './slide-source.ts';
import { scanLines, type Fence } from './scan-lines.ts';

/** How slides part, as reveal-md has it in a deck's front matter. */
export interface Separators {
  readonly horizontal: RegExp;
  readonly vertical: RegExp;
}

/** What stands for the separator that a deck's front matter leaves out. */
const HORIZONTAL = '^---[ \\t]*$';
const VERTICAL = '^--(?:--)?[ \\t]*$';
const LONGEST = 100;
const MOST_REPEATS = 4;

/** The separators of a deck's front matter; null where it names none. */
export function readSeparators(reader: FenceReader): Separators | null {
  const horizontal = readPattern(reader, 'separator');
  const vertical = readPattern(reader, 'verticalSeparator');
  if (horizontal === null && vertical === null) return null;
  return {
    horizontal: horizontal ?? new RegExp(HORIZONTAL, 'm'),
    vertical: vertical ?? new RegExp(VERTICAL, 'm'),
  };
}

function readPattern(reader: FenceReader, key: string): RegExp | null {
  const written = reader.raw(key);
  if (written === undefined) return null;
  if (typeof written !== 'string' || written === '') {
    reader.problem([key], `"${key}" must be a text`);
    return null;
  }
  const pattern = compile(written);
  if (pattern.ok) return pattern.value;
  reader.problem([key], `"${key}" ${pattern.error}`);
  return null;
}

function compile(written: string): Result<RegExp, string> {
  if (written.length > LONGEST) return failure(`is longer than ${LONGEST} characters`);
  const repeats = repeatsOf(written);
  if (repeats.nested || repeats.count > MOST_REPEATS) {
    return failure('repeats what is repeated already, which can take forever: make it simpler');
  }
  try {
    // Lines end with \n here, whatever ended them in the file.
    const pattern = new RegExp(written.replaceAll('\\r\\n', '\\r?\\n'), 'm');
    return pattern.test('') ? failure('would part the deck at every line') : success(pattern);
  } catch {
    return failure('is not a regular expression that JavaScript can read');
  }
}

/** Counts what may repeat without end, and whether some of it repeats inside of a repeated group. */
function repeatsOf(pattern: string): { count: number; nested: boolean } {
  let count = 0;
  let nested = false;
  const countsAtOpening: number[] = [];
  const parts = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?[:=!<])?|\)(?:[*+]|\{\d+,\})?|[*+]|\{\d+,\}/g;
  for (const [part] of pattern.matchAll(parts)) {
    if (part.startsWith('(')) countsAtOpening.push(count);
    else if (part.startsWith(')')) {
      const before = countsAtOpening.pop() ?? count;
      if (part.length > 1) nested ||= count > before;
      if (part.length > 1) count += 1;
    } else if (/^[*+{]/.test(part)) count += 1;
  }
  return { count, nested };
}

/** Parts lines where the separators match, as reveal.js does, but never inside fences or comments. */
export function splitBySeparators(lines: readonly Line[], separators: Separators): SlideSource[] {
  const text = lines.map((line) => line.text).join('\n');
  const numberAt = lineNumbers(text, lines[0]?.number ?? 1);
  const isGuarded = guard(lines);
  const { horizontal, vertical } = separators;
  const pieces: SlideSource[] = [];
  let start = 0;
  let isVertical = false;
  const add = (end: number): void => {
    const number = numberAt(start);
    const cut = text.slice(start, end).split('\n');
    const numbered = cut.map((line, index) => ({ text: line, number: number + index }));
    pieces.push({ vertical: isVertical, front: null, lines: numbered });
  };
  for (const match of text.matchAll(new RegExp(`${horizontal.source}|${vertical.source}`, 'gm'))) {
    if (isGuarded(match.index)) continue;
    add(match.index);
    start = match.index + match[0].length;
    isVertical = !horizontal.test(match[0]);
  }
  add(text.length);
  return pieces;
}

/** Finds the line of offsets that rise from call to call. */
function lineNumbers(text: string, first: number): (offset: number) => number {
  let number = first;
  let next = text.indexOf('\n');
  return (offset) => {
    for (; next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) number += 1;
    return number;
  };
}

/** Tells of offsets that rise from call to call whether they lie inside a fence or comment. */
function guard(lines: readonly Line[]): (offset: number) => boolean {
  const spans = guardedSpans(lines);
  let at = 0;
  return (offset) => {
    while (at < spans.length && (spans[at]?.to ?? 0) <= offset) at += 1;
    return (spans[at]?.from ?? Infinity) <= offset;
  };
}

/** From the first to behind the last character; a separator may itself start a comment. */
function guardedSpans(lines: readonly Line[]): { from: number; to: number }[] {
  const spans: { from: number; to: number; fence: Fence | null }[] = [];
  let offset = 0;
  for (const { line, fence, inComment } of scanLines(lines).lines) {
    const last = spans.at(-1);
    const end = offset + line.text.length;
    if (fence !== null && last?.fence === fence) last.to = end;
    else if (fence !== null) spans.push({ from: offset, to: end, fence });
    else if (inComment) {
      const close = line.text.indexOf('-->');
      // The line break before it is inside, too.
      spans.push({ from: offset - 1, to: close === -1 ? end : offset + close, fence: null });
    }
    offset = end + 1;
  }
  return spans;
}
