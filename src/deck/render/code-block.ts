import { Element, Text, isTag, type ChildNode } from 'domhandler';
import { getChildren, textContent } from 'domutils';
import { activityTypeNames } from '../../activities/registry.ts';
import type { Warn } from '../sanitise/clean-attributes.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import { isLanguage, isPlain, languageNames } from './code-languages.ts';
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
 * Highlights the `<pre>` of a code block with classes. A block with steps becomes copies that the theme
 * stacks: each one after the first is a fragment, as in reveal.js, and hidden from screen readers,
 * which have read the code already. null where `pre` holds no code, or code with markup of its own.
 */
export function renderCode(pre: Element, painter: CodePainter, warn: Warn): Element | null {
  const code = getChildren(pre).find(isTag);
  if (code?.name !== 'code' || getChildren(code).some(isTag)) return null;
  const language = languageOf(code);
  const lines = paintLines(textOf(code), language, painter, warn);
  const steps = parseSteps(code, lines.length);
  const views = steps.focuses.map((focus) => renderView(lines, language, focus, steps.start));
  const [first, ...rest] = views;
  if (first === undefined || rest.length === 0) return mergeAttributes(pre, 'code', first ?? pre);
  for (const [index, view] of rest.entries()) {
    view.attribs['class'] = `${view.attribs['class'] ?? ''} fragment`;
    view.attribs['aria-hidden'] = 'true';
    if (steps.index !== null) view.attribs['data-fragment-index'] = String(steps.index + index);
  }
  return mergeAttributes(pre, 'code-steps', new Element('div', {}, views));
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
  lines: readonly (readonly CodeToken[])[],
  language: string,
  focus: ReadonlySet<number>,
  start: number | null,
): Element {
  const children = lines.flatMap((tokens, index): ChildNode[] => {
    const attributes: Record<string, string> = { class: focus.has(index + 1) ? 'line on' : 'line' };
    if (start !== null) attributes['data-line'] = String(start + index);
    const line = new Element('span', attributes, tokens.map(renderToken));
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

/** Copies the author's attributes of `pre`, such as `class="fragment"`, to the rendered block. */
function mergeAttributes(pre: Element, name: string, rendered: Element): Element {
  const classes = [name, rendered.attribs['class'] ?? '', pre.attribs['class'] ?? ''];
  const words = new Set(
    classes
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
  rendered.attribs = { ...rendered.attribs, ...pre.attribs, class: [...words].join(' ') };
  // Its place in the source.
  rendered.startIndex = pre.startIndex;
  return rendered;
}
