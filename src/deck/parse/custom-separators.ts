import type { FenceReader } from '../../activities/fence-reader.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import { lineNumbers, type Line } from './lines.ts';
import type { SlideSource } from './slide-source.ts';
import { scanLines, type Fence } from './scan-lines.ts';

/** Separators that a deck names, as in reveal-md; null for those that it does not. */
export interface Separators {
  readonly horizontal: RegExp | null;
  readonly vertical: RegExp | null;
  /** Starts the speaker notes of a slide. */
  readonly notes: RegExp | null;
}

export const noSeparators: Separators = { horizontal: null, vertical: null, notes: null };

export const separatorNames: readonly string[] = [
  'separator',
  'verticalSeparator',
  'notesSeparator',
];

const HORIZONTAL = /^---[ \t]*$/m;
const VERTICAL = /^--(?:--)?[ \t]*$/m;
const MAX_LENGTH = 100;
const MAX_REPEATS = 4;

/** Reads the separators among the options of a deck, or of its `reveal-md.json`. */
export function readSeparators(reader: FenceReader): Separators {
  return {
    horizontal: readPattern(reader, 'separator'),
    vertical: readPattern(reader, 'verticalSeparator'),
    notes: readPattern(reader, 'notesSeparator'),
  };
}

/** Returns `separators`, with those of `others` for what it does not name. */
export function mergeSeparators(separators: Separators, others: Separators): Separators {
  return {
    horizontal: separators.horizontal ?? others.horizontal,
    vertical: separators.vertical ?? others.vertical,
    notes: separators.notes ?? others.notes,
  };
}

/** Lines that one separator or another matches. */
const SAMPLES = ['--', '---', '----', '-----', '---v', '-- a', '***', '<!-- s -->', '| --- |', ''];

/** Returns true for separators that match lines of `---`, and of `--` or `----`, and nothing else. */
export function areUsual({ horizontal, vertical }: Separators): boolean {
  return matchesOnly(horizontal, ['---']) && matchesOnly(vertical, ['--', '----']);
}

function matchesOnly(pattern: RegExp | null, lines: readonly string[]): boolean {
  if (pattern === null) return true;
  const matched = SAMPLES.filter((sample) => pattern.test(`a\n${sample}\nb`));
  return matched.length > 0 && matched.every((sample) => lines.includes(sample));
}

function readPattern(reader: FenceReader, key: string): RegExp | null {
  const written = reader.raw(key);
  // reveal-md takes its own separator for any of these.
  if (written === undefined || written === null || written === false || written === '') return null;
  if (typeof written !== 'string') {
    reader.problem([key], `"${key}" must be a text`);
    return null;
  }
  const pattern = readSeparator(written, key === 'notesSeparator' ? 'im' : 'm');
  if (pattern.ok) return pattern.value;
  reader.problem([key], `"${key}" ${pattern.error}`);
  return null;
}

/**
 * Reads a separator as it is written; fails, in words that follow its name, for one that is none or
 * could take for ever. As in reveal.js, only that of notes is the same in capital letters.
 */
export function readSeparator(written: string, flags: 'm' | 'im'): Result<RegExp, string> {
  if (written.length > MAX_LENGTH) return failure(`is longer than ${MAX_LENGTH} characters`);
  const repeats = countRepeats(written);
  if (repeats.nested || repeats.count > MAX_REPEATS) {
    return failure('repeats what is repeated already, which can take forever: make it simpler');
  }
  try {
    // Lines were joined with \n, whatever the line endings of the file.
    const lines = written
      .replace(/\\r\\n(?![?*+])/g, String.raw`\r?\n`)
      .replace(/\r\n(?![?*+])/g, '\n');
    const pattern = new RegExp(lines, flags);
    return pattern.test('') ? failure('would split the deck at every line') : success(pattern);
  } catch {
    return failure('is not a regular expression that JavaScript can read');
  }
}

/** Counts unbounded quantifiers, and detects one inside a group that is itself repeated. */
function countRepeats(pattern: string): { count: number; nested: boolean } {
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

/** Splits lines where the separators match, as reveal.js does, but never in code or comments. */
export function splitBySeparators(lines: readonly Line[], separators: Separators): SlideSource[] {
  const text = lines.map((line) => line.text).join('\n');
  const numberAt = lineNumbers(text, lines[0]?.number ?? 1);
  const isInCodeOrComment = codeOrCommentFinder(lines);
  const horizontal = separators.horizontal ?? HORIZONTAL;
  const vertical = separators.vertical ?? VERTICAL;
  const sources: SlideSource[] = [];
  let start = 0;
  let isVertical = false;
  const add = (end: number): void => {
    const number = numberAt(start);
    const cut = text.slice(start, end).split('\n');
    const numbered = cut.map((line, index) => ({ text: line, number: number + index }));
    sources.push({
      vertical: isVertical,
      front: null,
      notesSeparator: separators.notes,
      lines: numbered,
    });
  };
  for (const match of text.matchAll(new RegExp(`${horizontal.source}|${vertical.source}`, 'gm'))) {
    if (isInCodeOrComment(match.index)) continue;
    add(match.index);
    start = match.index + match[0].length;
    isVertical = !horizontal.test(match[0]);
  }
  add(text.length);
  return sources;
}

/** Returns a predicate for offsets inside code or a comment; offsets must ascend between calls. */
function codeOrCommentFinder(lines: readonly Line[]): (offset: number) => boolean {
  const spans = codeAndCommentSpans(lines);
  let at = 0;
  return (offset) => {
    while (at < spans.length && (spans[at]?.to ?? 0) <= offset) at += 1;
    return (spans[at]?.from ?? Infinity) <= offset;
  };
}

/** The offsets of code and comments, `to` exclusive; a separator may itself start a comment. */
function codeAndCommentSpans(lines: readonly Line[]): { from: number; to: number }[] {
  const spans: { from: number; to: number; fence: Fence | null }[] = [];
  let offset = 0;
  for (const { line, fence, inComment, isText } of scanLines(lines).lines) {
    const last = spans.at(-1);
    const end = offset + line.text.length;
    if (fence !== null && last?.fence === fence) last.to = end;
    else if (fence !== null) spans.push({ from: offset, to: end, fence });
    else if (!isText && !inComment) spans.push({ from: offset - 1, to: end, fence: null });
    else if (inComment) {
      const close = line.text.indexOf('-->');
      // The line break before the line is part of the comment, too.
      spans.push({ from: offset - 1, to: close === -1 ? end : offset + close, fence: null });
    }
    offset = end + 1;
  }
  return spans;
}
