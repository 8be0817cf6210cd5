import { Element, Text, isTag, isText, type ChildNode } from 'domhandler';
import { findAll, getChildren, replaceElement, textContent } from 'domutils';
import { activityTypeNames } from '../../activities/registry.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import { addAttributes } from '../parse/directives.ts';
import type { Warn } from '../sanitise/file-references.ts';
import { isLanguage, isPlain, languageNames } from './code-languages.ts';
import { markupLines } from './code-markup.ts';
import { plainLines, type CodePainter, type CodeToken } from './highlight.ts';

/** The info string of a code fence. */
interface CodeInfo {
  /** In lower case; empty where none is named. */
  readonly language: string;
  /** The highlighted lines of each step, as in `1|2-3`; null where lines are not numbered. */
  readonly steps: string | null;
  /** The number of the first line, as written; null where it is 1. */
  readonly start: string | null;
}

/** reveal.js: `[1|2-3]`, `[10: 1|3]`, `[]`. */
const STEPS = /\[\s*(?:(\d*):)?\s*([\s\d,|-]*)\]/;

/** The line highlighting of a code block: the focus of its first view, and of each step after it. */
interface Steps {
  /** The number of the first line; null where lines are not numbered. */
  readonly start: number | null;
  /** The lines in focus, from 1; empty for all. */
  readonly focuses: readonly ReadonlySet<number>[];
  /** The fragment index of the first step; null where it follows from the order of the slide. */
  readonly index: number | null;
}

/** Reads the info string of a code fence, as reveal.js does. */
export function readCodeInfo(info: string): CodeInfo {
  const [, start, steps] = STEPS.exec(info) ?? [];
  const rest = info.replace(STEPS, ' ').trim();
  // pandoc and R Markdown have it in braces: `{.python}`, `{r}`.
  const [, name = ''] = /^(?:\{\s*\.?(?=[a-z]))?([^\s{},:=]*)/i.exec(rest) ?? [];
  const language = name.toLowerCase();
  return { language, steps: steps?.trim() ?? null, start: start || null };
}

/**
 * Draws the code blocks of a `<pre>` as highlighted blocks of their own; null where it has none. What
 * stands between them stays between them.
 */
export function renderCode(pre: Element, painter: CodePainter, warn: Warn): Element | null {
  const codes = findAll(({ name }) => name === 'code', getChildren(pre));
  if (codes.length === 0) return null;
  const blocks = codes.map((code) => renderBlock(code, painter, warn));
  const [only, ...others] = blocks;
  const isAlone = others.length === 0 && textContent(pre).trim() === textContent(codes).trim();
  if (only !== undefined && isAlone) return withAttributes(only, pre);
  for (const [index, block] of blocks.entries()) {
    const code = codes[index];
    if (code !== undefined) replaceElement(code, block);
  }
  const group = new Element('div', { class: 'code-blocks' }, partsOf(pre, new Set(blocks)));
  return withAttributes(group, pre);
}

/** The children of a `<pre>` whose code is drawn already; text between it is in a `<pre>` again. */
function partsOf(pre: Element, blocks: ReadonlySet<ChildNode>): ChildNode[] {
  return getChildren(pre).flatMap((node) => {
    if (blocks.has(node) || isTag(node)) return [node];
    return isText(node) && node.data.trim() !== '' ? [new Element('pre', {}, [node])] : [];
  });
}

/**
 * Highlights a code block with classes. One with steps becomes copies that the theme stacks: each one
 * after the first is a fragment, as in reveal.js, and hidden from screen readers, which have read the
 * code already.
 */
function renderBlock(code: Element, painter: CodePainter, warn: Warn): Element {
  const language = languageOf(code);
  const drawLines = lineDrawer(code, language, painter, warn);
  const steps = parseSteps(code, drawLines().length);
  const views = steps.focuses.map((focus) => renderView(drawLines(), language, focus, steps.start));
  const block = stackViews(views, steps.index);
  // Its place in the source.
  block.startIndex = code.startIndex;
  return block;
}

function stackViews(views: Element[], firstStep: number | null): Element {
  const [first, ...rest] = views;
  if (first !== undefined && rest.length === 0) return first;
  for (const [index, view] of rest.entries()) {
    addAttributes(view.attribs, { class: 'fragment' });
    view.attribs['aria-hidden'] = 'true';
    if (firstStep !== null) view.attribs['data-fragment-index'] = String(firstStep + index);
  }
  return new Element('div', { class: 'code-steps' }, views);
}

/** Returns a function that draws the lines of a code block anew: each of its views has its own. */
function lineDrawer(
  code: Element,
  language: string,
  painter: CodePainter,
  warn: Warn,
): () => ChildNode[][] {
  if (getChildren(code).some(isTag)) {
    const trim = Object.hasOwn(code.attribs, 'data-trim');
    return () => markupLines(code, trim);
  }
  const lines = paintLines(textOf(code), language, painter, warn);
  return () => lines.map((tokens) => tokens.map(renderToken));
}

/** The language among the classes of `code`, in lower case; empty for none. */
function languageOf(code: Element): string {
  const classes = (code.attribs['class'] ?? '').toLowerCase().split(/\s+/);
  const names = classes.map((name) => name.replace(/^lang(?:uage)?-/, ''));
  const marked = names.find((name, index) => name !== classes[index]);
  return names.find(isLanguage) ?? marked ?? names.find((name) => name !== 'hljs') ?? '';
}

function paintLines(
  code: string,
  language: string,
  painter: CodePainter,
  warn: Warn,
): CodeToken[][] {
  if (isLanguage(language)) {
    const painted = painter.paint(code, language);
    if (painted === null) warn(`This code is not coloured: "${language}" takes too long`, language);
    return painted ?? plainLines(code);
  }
  // A question that is shown as code is reported where its fence is read.
  const isQuestion = activityTypeNames.includes(language) || /^\s*question:/m.test(code);
  if (!isPlain(language) && !isQuestion) warnOfUnknown(language, painter, warn);
  return plainLines(code);
}

function warnOfUnknown(language: string, painter: CodePainter, warn: Warn): void {
  if (painter.unknown.has(language)) return;
  painter.unknown.add(language);
  const meant = nearestWord(language, [...activityTypeNames, ...languageNames]);
  const help = meant === null ? 'write "text" for none' : `did you mean "${meant}"?`;
  warn(`Code is not coloured in "${language}", which is no language here; ${help}`, language);
}

function textOf(code: Element): string {
  const text = textContent(code).replace(/\n$/, '');
  return Object.hasOwn(code.attribs, 'data-trim') ? trimCode(text) : text;
}

/** Removes surrounding blank lines and shared indentation, as reveal.js does for `data-trim`. */
function trimCode(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function parseSteps(code: Element, length: number): Steps {
  const written = code.attribs['data-line-numbers'];
  if (written === undefined) return { start: null, focuses: [new Set()], index: null };
  const start = Number.parseInt(code.attribs['data-ln-start-from'] ?? '1', 10);
  const index = Number.parseInt(code.attribs['data-fragment-index'] ?? '', 10);
  return {
    start: Number.isNaN(start) ? 1 : start,
    focuses: written.split('|').map((step) => parseLineRanges(step, length)),
    index: Number.isNaN(index) ? null : index,
  };
}

/** Parses the line numbers of a step, as in `1,3-5`. */
function parseLineRanges(step: string, length: number): Set<number> {
  const lines = new Set<number>();
  for (const range of step.split(',')) {
    const [written, from = '', to = from] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(range) ?? [];
    if (written === undefined) continue;
    const last = Math.min(Number(to), length);
    for (let line = Number(from); line <= last; line += 1) lines.add(line);
  }
  return lines;
}

function renderView(
  lines: readonly ChildNode[][],
  language: string,
  focus: ReadonlySet<number>,
  start: number | null,
): Element {
  const children = lines.flatMap((nodes, index): ChildNode[] => {
    const attributes: Record<string, string> = { class: focus.has(index + 1) ? 'line on' : 'line' };
    if (start !== null) attributes['data-line'] = String(start + index);
    const line = new Element('span', attributes, nodes);
    return index === 0 ? [line] : [new Text('\n'), line];
  });
  const code = new Element(
    'code',
    language === '' ? {} : { class: `language-${language}` },
    children,
  );
  const classes = ['code', ...numbering(start, lines.length), focus.size === 0 ? '' : 'focus'];
  return new Element('pre', { class: classes.filter((name) => name !== '').join(' ') }, [code]);
}

/** The classes for line numbers; from three digits on they need more room. */
function numbering(start: number | null, length: number): string[] {
  if (start === null) return [];
  const digits = String(start + length - 1).length;
  return digits > 2 ? ['numbered', `numbered-${digits}`] : ['numbered'];
}

function renderToken({ text, kind }: CodeToken): ChildNode {
  const content = new Text(text);
  return kind === null ? content : new Element('span', { class: `tok-${kind}` }, [content]);
}

/** Gives a drawn block the author's attributes of `pre`, such as `class="fragment"`. */
function withAttributes(block: Element, pre: Element): Element {
  const { class: names = '', ...others } = pre.attribs;
  Object.assign(block.attribs, others);
  addAttributes(block.attribs, { class: names });
  return block;
}
