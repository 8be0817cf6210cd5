import { HtmlCode } from './html-code.ts';
import type { Line } from './lines.ts';

/** A fenced block: ``` or ~~~ of any length. */
export interface Fence {
  /** The text before the opening marks: spaces, or the bullet of a list item. */
  readonly prefix: string;
  readonly marks: string;
  /** The info string after the opening marks. */
  readonly info: string;
  /** The number of its opening line. */
  readonly line: number;
}

/** An HTML comment outside code. */
export interface HtmlComment {
  readonly text: string;
  /** The number of the line it opens in. */
  readonly line: number;
}

/** A line with the fence or comment that it belongs to. */
export interface ScannedLine {
  readonly line: Line;
  /** The fence that the line belongs to, opening and closing line included; null outside fences. */
  readonly fence: Fence | null;
  /** True for the opening and closing line of a fence. */
  readonly fenceEdge: boolean;
  /** True if a comment is still open at the start of the line. */
  readonly inComment: boolean;
  /** True if the line starts outside fences, comments, and code in HTML. */
  readonly isText: boolean;
  /**
   * The line as Markdown, with every comment except `.element:` emptied: an empty comment separates the
   * same blocks as the author's comment. null if the whole line is inside a comment.
   */
  readonly markdown: string | null;
}

type MutableLine = { -readonly [Key in keyof ScannedLine]: ScannedLine[Key] };

interface OpenComment {
  readonly line: number;
  readonly parts: string[];
  /** The line that it opens in; text after the comment belongs to the Markdown of that line. */
  readonly openingLine: MutableLine;
}

const LIST_MARKS = /^\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)+/;
const FENCE_START = /^(?:(`{3,})([^`]*)|(~{3,})(.*))$/;
const ELEMENT_COMMENT = /^\s*\.element\b/;

/**
 * Scans lines for code fences and comments, as CommonMark does. It works line by line because a deck is
 * split into slides before it is parsed as Markdown.
 */
export class LineScanner {
  readonly lines: ScannedLine[] = [];
  readonly comments: HtmlComment[] = [];
  #fence: Fence | null = null;
  #comment: OpenComment | null = null;
  /** The column where the text of the current list item starts; 0 outside lists. */
  #listIndent = 0;
  #afterBlank = true;
  #inIndentedCode = false;
  readonly #htmlCode = new HtmlCode();

  /** The kind and opening line of what is still open; code is `<pre><code>`. */
  get open(): { readonly kind: 'fence' | 'comment' | 'code'; readonly line: number } | null {
    if (this.#fence !== null) return { kind: 'fence', line: this.#fence.line };
    if (this.#comment !== null) return { kind: 'comment', line: this.#comment.line };
    const { openedIn } = this.#htmlCode;
    return openedIn === null ? null : { kind: 'code', line: openedIn };
  }

  read(line: Line): ScannedLine {
    const inComment = this.#comment !== null;
    const isText = this.open === null;
    const scanned: MutableLine = {
      line,
      fence: this.#fence,
      fenceEdge: false,
      inComment,
      isText,
      markdown: line.text,
    };
    this.lines.push(scanned);
    if (this.#fence !== null) this.#readFenced(scanned, this.#fence);
    else if (this.#comment !== null) this.#readCommented(scanned, this.#comment);
    else this.#readText(scanned);
    return scanned;
  }

  #readFenced(scanned: MutableLine, fence: Fence): void {
    const text = scanned.line.text.trim();
    const closes = text.startsWith(fence.marks) && /^(`+|~+)$/.test(text);
    if (!closes || indentOf(scanned.line.text) > fence.prefix.length + 3) return;
    scanned.fenceEdge = true;
    this.#fence = null;
  }

  #readText(scanned: MutableLine): void {
    const { text, number } = scanned.line;
    this.#followBlocks(text);
    const isMarkdown = !this.#inIndentedCode && scanned.isText;
    const fence = isMarkdown ? this.#fenceOpenedBy(text, number) : null;
    this.#afterBlank = text.trim() === '';
    if (fence !== null) {
      this.#fence = fence;
      scanned.fence = fence;
      scanned.fenceEdge = true;
      scanned.isText = false;
    } else if (!this.#inIndentedCode) {
      scanned.markdown = '';
      this.#readComments(text, scanned);
    }
  }

  #followBlocks(text: string): void {
    if (text.trim() === '') return;
    const indent = indentOf(text);
    const marks = LIST_MARKS.exec(text)?.[0];
    const deep = indent >= this.#listIndent + 4;
    this.#inIndentedCode = deep && (this.#inIndentedCode || this.#afterBlank);
    if (this.#inIndentedCode) return;
    if (marks !== undefined) this.#listIndent = marks.length;
    else if (indent === 0) this.#listIndent = 0;
  }

  #fenceOpenedBy(text: string, number: number): Fence | null {
    const opening = readOpening(text);
    if (opening === null || opening.prefix.length > this.#listIndent + 3) return null;
    return { ...opening, line: number };
  }

  #readCommented(scanned: MutableLine, comment: OpenComment): void {
    scanned.markdown = null;
    const { text } = scanned.line;
    const end = text.indexOf('-->');
    comment.parts.push(end === -1 ? text : text.slice(0, end));
    if (end === -1) return;
    this.#close(comment);
    this.#readComments(text.slice(end + 3), comment.openingLine);
  }

  /** Extracts the comments of `text` and appends the rest to the Markdown of `openingLine`. */
  #readComments(text: string, openingLine: MutableLine): void {
    const nextStart = commentStarts(text, openingLine.line.number, this.#htmlCode);
    let from = 0;
    for (let start = nextStart(from); start !== -1; start = nextStart(from)) {
      append(openingLine, text.slice(from, start));
      const inside = start + '<!--'.length;
      const end = /^-?>/.test(text.slice(inside, inside + 2))
        ? inside
        : text.indexOf('-->', inside);
      const comment = { line: openingLine.line.number, openingLine };
      if (end === -1) {
        this.#comment = { ...comment, parts: [text.slice(inside)] };
        return;
      }
      this.#close({ ...comment, parts: [text.slice(inside, end)] });
      from = text.indexOf('>', end) + 1;
    }
    append(openingLine, text.slice(from));
  }

  #close({ line, parts, openingLine }: OpenComment): void {
    const text = parts.join('\n');
    this.#comment = null;
    this.comments.push({ text, line });
    const kept = ELEMENT_COMMENT.test(text) ? text.replace(/\s+/g, ' ') : '';
    append(openingLine, `<!--${kept}-->`);
  }
}

/** The opening of a fence in a line that is text; null for a line of anything else. */
export function readOpening(text: string): Omit<Fence, 'line'> | null {
  const prefix = LIST_MARKS.exec(text)?.[0] ?? /^\s*/.exec(text)?.[0] ?? '';
  const start = FENCE_START.exec(text.slice(prefix.length));
  if (start === null) return null;
  const [, ticks, tickInfo, tildes, tildeInfo] = start;
  return { prefix, marks: ticks ?? tildes ?? '', info: (tickInfo ?? tildeInfo ?? '').trim() };
}

function append(line: MutableLine, markdown: string): void {
  line.markdown = (line.markdown ?? '') + markdown;
}

export function scanLines(lines: readonly Line[]): LineScanner {
  const scanner = new LineScanner();
  for (const line of lines) scanner.read(line);
  return scanner;
}

/** The indentation in columns; a tab advances to the next multiple of four. */
function indentOf(text: string): number {
  let columns = 0;
  for (const letter of text) {
    if (letter === ' ') columns += 1;
    else if (letter === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/**
 * Returns a function that finds the next comment from an offset, or -1; offsets must ascend. What looks
 * like a comment inside `htmlCode` is code.
 */
function commentStarts(text: string, line: number, htmlCode: HtmlCode): (from: number) => number {
  const closes = codeSpanEnds(text);
  const marks = /\\.|(`+)|<!--|<\/?(?:pre|code)(?=[\s>/]|$)/gi;
  return (from) => {
    marks.lastIndex = from;
    for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
      const [found, { length: ticks } = ''] = mark;
      if (found.startsWith('<') && found !== '<!--') htmlCode.pass(found, line);
      else if (htmlCode.openedIn !== null) marks.lastIndex = mark.index + 1;
      else if (found === '<!--') return mark.index;
      else if (ticks > 0) marks.lastIndex = closes(ticks, marks.lastIndex) ?? marks.lastIndex;
    }
    return -1;
  };
}

/** Returns a function that finds the end of a code span of `ticks` backticks; offsets must ascend. */
function codeSpanEnds(text: string): (ticks: number, from: number) => number | undefined {
  const ends = new Map<number, number[]>();
  for (const { 0: run, index } of text.matchAll(/`+/g)) {
    const end = index + run.length;
    const known = ends.get(run.length);
    if (known === undefined) ends.set(run.length, [end]);
    else known.push(end);
  }
  const passed = new Map<number, number>();
  return (ticks, from) => {
    const candidates = ends.get(ticks) ?? [];
    let at = passed.get(ticks) ?? 0;
    while ((candidates[at] ?? Infinity) < from + ticks) at += 1;
    passed.set(ticks, at);
    return candidates[at];
  };
}
