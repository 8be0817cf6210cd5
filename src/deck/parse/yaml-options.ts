import {
  LineCounter,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
} from 'yaml';
import type { FencePath } from '../../activities/fence-reader.ts';
import { isRecord } from '../../lib/json.ts';
import type { Line } from './lines.ts';
import { wordsForUnknownAlias, wordsForYamlError } from './yaml-words.ts';

/** Options written as YAML, and where each of them stands. */
export interface YamlOptions {
  /** null where the lines are no mapping, or cannot be read at all. */
  readonly options: Readonly<Record<string, unknown>> | null;
  readonly mistakes: readonly { readonly line: number; readonly message: string }[];
  /** The line of the option at `path`, or of the nearest part of it that was written. */
  lineOf(path: FencePath): number;
}

/** Aliases that one block may resolve: a bomb of nested aliases needs far more. */
const MOST_ALIASES = 100;

/**
 * Reads a block of YAML that starts at the first of `lines`. `home` is the line to name where the
 * block itself is meant, as for an option that is missing.
 */
export function readYaml(lines: readonly Line[], home: number): YamlOptions {
  const text = lines.map((line) => line.text).join('\n');
  const counter = new LineCounter();
  const lineAt = (offset: number): number =>
    lines[counter.linePos(Math.min(offset, text.length)).line - 1]?.number ?? home;
  try {
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    return { ...readDocument(document, text, lineAt), lineOf: lineFinder(document, lineAt, home) };
  } catch (error) {
    // What yaml throws: a stack or a count of aliases that ran out. Its words say which.
    const why = error instanceof Error ? error.message : String(error);
    const message = `These options are too entangled to be read: ${why}`;
    return { options: null, mistakes: [{ line: home, message }], lineOf: () => home };
  }
}

function readDocument(
  document: Document.Parsed,
  text: string,
  lineAt: (offset: number) => number,
): Pick<YamlOptions, 'options' | 'mistakes'> {
  const mistakes = new Map<number, string>();
  // One slip makes the parser stumble several times over: the first message of a line is its cause.
  const note = (offset: number, message: string): void => {
    const line = lineAt(offset);
    if (!mistakes.has(line)) mistakes.set(line, message);
  };
  const dangling = danglingAliases(document);
  for (const offset of dangling) note(offset, wordsForUnknownAlias);
  const found = [...document.errors, ...document.warnings];
  for (const error of found) note(error.pos[0], wordsForYamlError(error, text));
  const readable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  const options: unknown =
    readable && dangling.length === 0 ? document.toJS({ maxAliasCount: MOST_ALIASES }) : null;
  return {
    options: isRecord(options) ? options : null,
    mistakes: [...mistakes].map(([line, message]) => ({ line, message })),
  };
}

/** Where aliases stand that no anchor was set for. */
function danglingAliases(document: Document.Parsed): number[] {
  const offsets: number[] = [];
  visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined) offsets.push(alias.range?.[0] ?? 0);
    },
  });
  return offsets;
}

function lineFinder(
  document: Document.Parsed,
  lineAt: (offset: number) => number,
  home: number,
): (path: FencePath) => number {
  return (path) => {
    let node: unknown = document.contents;
    let line = home;
    for (const part of path) {
      const found = childOf(node, part);
      if (found === null) break;
      if (found.offset !== null) line = lineAt(found.offset);
      node = found.value;
    }
    return line;
  };
}

/** An entry of a mapping or list. Keys are compared as text: a path knows no other. */
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
