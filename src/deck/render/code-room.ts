import { isTag, type ChildNode, type Element } from 'domhandler';
import { findAll, findOne, getChildren, textContent } from 'domutils';

// Sizes in pixels of a slide of 1920 × 1080, as in src/ui/slides/scale.css.
const SLIDE = { width: 1680, height: 888 };
const COLUMN_WIDTH = 816;
const GUTTER = 48;
const GAP = 32;
const GAP_AFTER_HEADING = 56;
const HEADING = { line: 76, letter: 34, width: 1680 };
const TEXT = { line: 64, letter: 24, width: 1392 };
const CODE = { line: 48, letter: 20.4, left: 42, around: 8 };
const PICTURE_HEIGHT = 300;
const DIAGRAM_HEIGHT = 320;
/** Code is never lower than this many lines. */
const LEAST_LINES = 3;
/** Code in a list, quotation or element of the author's. */
const NESTED = { width: 1328, lines: 15 };
/** The most lines that code takes of the place of a question. */
const BESIDE_QUESTION = 7;
const FOOTNOTE = 40;

const WIDE =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;

type WarnOfCode = (block: Element, message: string) => void;

/** The place of a slide's text: all of it, or one of two columns. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The room of a slide without columns, above so many footnotes. */
export function wholeSlide(footnotes: number): Room {
  const used = footnotes === 0 ? 0 : GAP + footnotes * FOOTNOTE;
  return { ...SLIDE, height: SLIDE.height - used };
}

/** The room of a column, such as `two-cols/left`, of this slide, under these headings. */
export function columnUnder(above: readonly ChildNode[], slide: Room, column: string): Room {
  const width = column === 'two-cols/left' ? COLUMN_WIDTH - GUTTER : COLUMN_WIDTH;
  const headings = above.filter(isTag);
  if (headings.length === 0) return { width, height: slide.height };
  const used = heightOf(headings, slide.width) + GAP_AFTER_HEADING;
  return { width, height: slide.height - used };
}

/**
 * Warns of code that has more lines or columns than its room shows at once: the rest has to be scrolled.
 * The height of what else stands there is estimated from the length of its texts.
 */
export function warnOfHiddenCode(nodes: readonly ChildNode[], room: Room, warn: WarnOfCode): void {
  const elements = nodes.filter(isTag).flatMap((element) => codeOfGroup(element) ?? [element]);
  const blocks = elements.filter(isCode);
  const most = elements.some(isQuestion) ? BESIDE_QUESTION : Infinity;
  const total = blocks.reduce((sum, block) => sum + codeHeight(block), 0);
  const excess = Math.max(0, heightOf(elements, room.width) - room.height);
  for (const block of blocks) {
    // Blocks shrink by the same share.
    const height = codeHeight(block) * (1 - excess / total);
    const fitting = Math.min(most, Math.floor((height - CODE.around) / CODE.line));
    checkBlock(block, { width: room.width, lines: Math.max(LEAST_LINES, fitting) }, warn);
  }
  for (const element of elements) {
    if (isCode(element) || isDiagram(element)) continue;
    for (const block of findAll(isCode, getChildren(element))) checkBlock(block, NESTED, warn);
  }
}

function checkBlock(
  block: Element,
  room: { readonly width: number; readonly lines: number },
  warn: WarnOfCode,
): void {
  const lines = linesOf(block);
  const shown = room.lines;
  if (shown < lines.length) {
    const steps = `[1-${shown}|${shown + 1}-${Math.min(2 * shown, lines.length)}]`;
    warn(
      block,
      `This code shows ${shown} of ${lines.length} lines; the rest has to be scrolled, or brought into view by steps such as ${steps}`,
    );
  }
  const columns = Math.max(...lines.map(columnsOf));
  const fitting = fittingColumns(block, room.width);
  if (columns <= fitting) return;
  warn(block, `This code shows ${fitting} of ${columns} columns: break its long lines`);
}

function heightOf(elements: readonly Element[], width: number): number {
  return elements.reduce((sum, element, index) => {
    const before = elements[index - 1];
    const afterHeading = index === 1 && before !== undefined && /^h[12]$/.test(before.name);
    const gap = index === 0 ? 0 : afterHeading ? GAP_AFTER_HEADING : GAP;
    return sum + gap + elementHeight(element, width);
  }, 0);
}

function elementHeight(element: Element, width: number): number {
  if (isCode(element)) return codeHeight(element);
  if (isQuestion(element)) return 0;
  if (isDiagram(element)) return DIAGRAM_HEIGHT;
  if (/^h[12]$/.test(element.name)) return textHeight(element, { ...HEADING, width });
  if (findOne(({ name }) => ['img', 'svg', 'video'].includes(name), [element]) !== null) {
    return PICTURE_HEIGHT;
  }
  const rows = findAll(({ name }) => ['li', 'tr', 'p'].includes(name), getChildren(element));
  const narrow = { ...TEXT, width: Math.min(width, TEXT.width) };
  return (rows.length === 0 ? [element] : rows).reduce(
    (sum, row) => sum + textHeight(row, narrow),
    0,
  );
}

function textHeight(
  element: Element,
  { line, letter, width }: { line: number; letter: number; width: number },
): number {
  return Math.max(1, Math.ceil((textContent(element).trim().length * letter) / width)) * line;
}

/** Returns true for a block of code, with or without steps. */
function isCode(element: Element): boolean {
  return /^code(?:-steps)?(?:\s|$)/.test(element.attribs['class'] ?? '');
}

/** The parts of a `<pre>` with several blocks of code, which share its room; null for anything else. */
function codeOfGroup(element: Element): Element[] | null {
  const isGroup = /^code-blocks(?:\s|$)/.test(element.attribs['class'] ?? '');
  return isGroup ? getChildren(element).filter(isTag) : null;
}

/** Returns true for a diagram of Mermaid, whose source is drawn. */
function isDiagram(element: Element): boolean {
  return element.attribs['class'] === 'mermaid';
}

/** Returns true for the place of a question or a board, which takes what the rest leaves. */
function isQuestion({ attribs }: Element): boolean {
  return attribs['data-activity'] !== undefined || attribs['data-board'] !== undefined;
}

function codeHeight(block: Element): number {
  return linesOf(block).length * CODE.line + CODE.around;
}

function linesOf(block: Element): string[] {
  const code = findOne(({ name }) => name === 'code', [block]);
  return code === null ? [] : textContent(code).split('\n');
}

/** The columns of a line: letters of East Asia and emoji take two, a tab goes on to the next fourth. */
function columnsOf(line: string): number {
  return [...line].reduce((column, letter) => {
    if (letter === '\t') return column + 4 - (column % 4);
    return column + (WIDE.test(letter) ? 2 : 1);
  }, 0);
}

function fittingColumns(block: Element, width: number): number {
  const isNumbered = findOne(({ attribs }) => /\bnumbered\b/.test(attribs['class'] ?? ''), [block]);
  const digits = Math.max(2, String(linesOf(block).length).length);
  const numbers = isNumbered === null ? 0 : digits + 1.5;
  return Math.floor((width - CODE.left) / CODE.letter - numbers);
}
