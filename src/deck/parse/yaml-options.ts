import {
  LineCounter,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Pair,
  type YAMLError,
} from 'yaml';
import type { FencePath } from '../../activities/fence-reader.ts';
import { isRecord } from '../../lib/json.ts';
import type { Line } from './lines.ts';

/** A message about a line of a file. */
interface LocatedMessage {
  readonly line: number;
  readonly message: string;
}

/** Options written as YAML, with the line of each. */
export interface YamlOptions {
  /** null where the lines are not a mapping or cannot be parsed. */
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly LocatedMessage[];
  /** Warnings of texts that can be read, and were hardly meant so. */
  readonly doubts: readonly LocatedMessage[];
  /** The line of the option at `path`, or of its nearest ancestor in the file. */
  lineOf(path: FencePath): number;
  /**
   * The letters of the plain scalar at `path`, before YAML made a number or a boolean of it, or of a
   * mapping; the comment in the place of a value, as `#fff`.
   */
  sourceOf(path: FencePath): string | null;
}

/** The limit of resolved aliases in one block, against an exponential bomb of nested aliases. */
const MAX_ALIASES = 100;
/** `key: text` with a text that YAML would read as another key and its value. */
const TEXT_WITH_COLON = /^(\s*(?:-\s+)?[\w-]+:\s+)([^\s'"[{|>&*!%@`#].*?)\s*$/;
const NEEDS_QUOTES = 'means something else in YAML: put the text into quotes';
/** The message for an alias without an anchor: in a deck, a text that was meant as emphasis. */
const UNKNOWN_ALIAS = `A text that starts with * ${NEEDS_QUOTES}`;

/**
 * Reads a block of YAML that starts at the first of `lines`. Problems of the whole block, such as a
 * missing option, get `fallbackLine`.
 */
export function readYaml(lines: readonly Line[], fallbackLine: number): YamlOptions {
  const written = lines.map((line) => line.text).join('\n');
  try {
    const { text, document, counter } = readBlock(written);
    const lineAt = (offset: number): number =>
      lines[counter.linePos(Math.min(offset, text.length)).line - 1]?.number ?? fallbackLine;
    return {
      ...readDocument(document, text, lineAt),
      lineOf: lineFinder(document, lineAt, fallbackLine),
      doubts: commentsInTexts(document, lineAt),
      sourceOf: (path) => sourceAt(document, text, path),
    };
  } catch (error) {
    // yaml throws when the stack or the number of aliases overflows.
    const why = error instanceof Error ? error.message : String(error);
    const message = `These options are too entangled to be read: ${why}`;
    return {
      options: null,
      problems: [{ line: fallbackLine, message }],
      doubts: [],
      lineOf: () => fallbackLine,
      sourceOf: () => null,
    };
  }
}

/** A block of YAML that was read, and where its lines begin. */
interface ReadBlock {
  readonly text: string;
  readonly document: Document.Parsed;
  readonly counter: LineCounter;
}

/** Reads a block; once more with quotes around its texts with a colon, where those could not be read. */
function readBlock(text: string): ReadBlock {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    // Odd keys are reported as unknown options, and not on the terminal.
    logLevel: 'error',
  });
  const unread = document.errors.filter(({ code }) => code === 'BLOCK_AS_IMPLICIT_KEY');
  const lines = new Set(unread.map(({ pos }) => counter.linePos(pos[0]).line));
  const quoted = text
    .split('\n')
    .map((line, index) => (lines.has(index + 1) ? withQuotedText(line) : line))
    .join('\n');
  return quoted === text ? { text, document, counter } : readBlock(quoted);
}

function withQuotedText(line: string): string {
  const [, key, value] = TEXT_WITH_COLON.exec(line) ?? [];
  return key === undefined || value === undefined ? line : key + JSON.stringify(value);
}

/** Warnings of texts that end at a `#`: YAML leaves out the rest of the line. */
function commentsInTexts(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
): LocatedMessage[] {
  const doubts: LocatedMessage[] = [];
  visit(document, {
    Scalar: (_key, { value, type, comment, range }) => {
      if (type !== 'PLAIN' || typeof value !== 'string' || typeof comment !== 'string') return;
      const message = `"#${comment}" is left out, as a comment: to show it, put the whole text into quotes`;
      doubts.push({ line: lineAt(range?.[0] ?? 0), message });
    },
  });
  return doubts;
}

function readDocument(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
): Pick<YamlOptions, 'options' | 'problems'> {
  const problems = new Map<number, string>();
  // One mistake often gives several parser errors: the first one of a line names the cause.
  const addProblem = (offset: number, message: string): void => {
    const line = lineAt(offset);
    if (!problems.has(line)) problems.set(line, message);
  };
  const unresolved = unresolvedAliases(document);
  for (const offset of unresolved) addProblem(offset, UNKNOWN_ALIAS);
  const found = [...document.errors, ...document.warnings];
  for (const error of found) addProblem(error.pos[0], describeYamlError(error, text));
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const options: unknown =
    readable && unresolved.length === 0 ? document.toJS({ maxAliasCount: MAX_ALIASES }) : null;
  return {
    options: isRecord(options) ? options : null,
    problems: [...problems].map(([line, message]) => ({ line, message })),
  };
}

/** The offsets of aliases that have no anchor before them. */
function unresolvedAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  const anchors = new Set<string>();
  visit(document, {
    Value: (_key, { anchor }) => {
      if (anchor !== undefined) anchors.add(anchor);
    },
    Alias: (_key, { source, range }) => {
      if (!anchors.has(source)) offsets.push(range?.[0] ?? 0);
    },
  });
  return offsets;
}

function lineFinder(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
  fallbackLine: number,
): (path: FencePath) => number {
  return (path) => {
    let node: unknown = document.contents;
    let line = fallbackLine;
    for (const part of path) {
      const found = childOf(node, part);
      if (found === null) break;
      if (found.offset !== null) line = lineAt(found.offset);
      node = found.value;
    }
    return line;
  };
}

function sourceAt(document: Document.Parsed, text: string, path: FencePath): string | null {
  let node: unknown = document.contents;
  for (const part of path) node = childOf(node, part)?.value;
  if (isMap(node)) return text[node.range?.[0] ?? 0] === '{' ? null : sourceOfPair(node.items);
  if (!isScalar(node)) return null;
  const { value, comment, source } = node;
  return value === null && typeof comment === 'string' ? `#${comment}` : (source ?? null);
}

/** The letters of "Yes: at once", which YAML reads as a mapping of one key; null for any other mapping. */
function sourceOfPair(pairs: readonly Pair[]): string | null {
  const [pair, ...others] = pairs;
  if (pair === undefined || others.length > 0) return null;
  const { key, value } = pair;
  return isScalar(key) && isScalar(value) && typeof value.value === 'string'
    ? `${key.source ?? ''}: ${value.value}`
    : null;
}

/** Finds an entry of a mapping or list. Keys are compared as text, because paths hold text. */
function childOf(
  node: unknown,
  part: string | number,
): { value: unknown; offset: number | null } | null {
  if (isSeq(node)) {
    const item = node.items[Number(part)];
    return item === undefined ? null : { value: item, offset: offsetOf(item) };
  }
  if (!isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair === undefined ? null : { value: pair.value, offset: offsetOf(pair) };
}

function offsetOf(node: unknown): number | null {
  if (isPair(node)) return offsetOf(node.key);
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
  return node.range?.[0] ?? null;
}

/** Returns a message that tells the author how to correct an error of the YAML parser in `text`. */
function describeYamlError(error: YAMLError, text: string): string {
  const written = text.slice(error.pos[0]);
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return `"${/^[^:\s]*/.exec(written)?.[0] ?? ''}" appears twice`;
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This cannot be read as `key: value`; a text with a colon in it needs quotes around it';
    case 'TAB_AS_INDENT':
      return 'Indent with spaces, not with tabs';
    case 'BAD_INDENT':
      return `This does not fit the lines above: is it indented wrongly, or is a bracket left open?`;
    case 'MISSING_CHAR':
      return error.message.startsWith('Implicit map keys')
        ? 'A line must read `key: value`, with a space after the colon'
        : 'A quote, a bracket or a comma is missing, here or in the lines above';
    case 'UNEXPECTED_TOKEN':
      return 'Something follows what YAML reads as the end of a value: put the whole text into quotes';
    case 'BAD_SCALAR_START':
      return `A text that starts with ${written.slice(0, 1)} ${NEEDS_QUOTES}`;
    case 'TAG_RESOLVE_FAILED':
      return `A text that starts with ! ${NEEDS_QUOTES}`;
    case 'MULTIPLE_DOCS':
      return 'A line of --- cannot be among options';
    default:
      return `This cannot be read as YAML: ${error.message}`;
  }
}
