import { Element, Text, isTag, type ChildNode } from 'domhandler';
import { getChildren, textContent } from 'domutils';
import { highlight, isLanguage, type CodeToken } from './highlight.ts';

/** How a code block is stepped through: the focus of its first view, and of each step after it. */
interface Steps {
  /** The number of the first line; null where lines are not numbered. */
  readonly start: number | null;
  /** The lines in focus, from 1; empty for all. */
  readonly focuses: readonly ReadonlySet<number>[];
  /** The fragment index of the first step; null where it follows from the order of the slide. */
  readonly index: number | null;
}

/**
 * The `<pre>` of a code block, coloured by classes. A block that is stepped through becomes copies
 * for the theme to lay on top of each other: each one after the first is a fragment, as in reveal.js,
 * and hidden from screen readers, which have read the code already. null where `pre` holds no code,
 * or code that is marked up by hand.
 */
export function renderCode(pre: Element): Element | null {
  const code = getChildren(pre).find(isTag);
  if (code?.name !== 'code' || getChildren(code).some(isTag)) return null;
  const language = languageOf(code);
  const lines = highlight(textOf(code), language);
  const steps = readSteps(code, lines.length);
  const views = steps.focuses.map((focus) => drawView(lines, language, focus, steps.start));
  const [first, ...rest] = views;
  if (first === undefined || rest.length === 0) return withAttributesOf(pre, 'code', first ?? pre);
  for (const [place, view] of rest.entries()) {
    view.attribs['class'] = `${view.attribs['class'] ?? ''} fragment`;
    view.attribs['aria-hidden'] = 'true';
    if (steps.index !== null) view.attribs['data-fragment-index'] = String(steps.index + place);
  }
  return withAttributesOf(pre, 'code-steps', new Element('div', {}, views));
}

function languageOf(code: Element): string {
  const names = (code.attribs['class'] ?? '')
    .split(/\s+/)
    .map((name) => name.replace(/^lang(?:uage)?-/, ''));
  return names.find(isLanguage) ?? names[0] ?? '';
}

function textOf(code: Element): string {
  const text = textContent(code).replace(/\n$/, '');
  return Object.hasOwn(code.attribs, 'data-trim') ? trimCode(text) : text;
}

/** reveal.js's `data-trim`: no blank lines around the code, no indentation that all lines share. */
function trimCode(text: string): string {
  const lines = text.replace(/^(?:[ \t]*\n)+|\s+$/g, '').split('\n');
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared)).join('\n');
}

function readSteps(code: Element, length: number): Steps {
  const written = code.attribs['data-line-numbers'];
  if (written === undefined) return { start: null, focuses: [new Set()], index: null };
  const start = Number.parseInt(code.attribs['data-ln-start-from'] ?? '1', 10);
  const index = Number.parseInt(code.attribs['data-fragment-index'] ?? '', 10);
  return {
    start: Number.isNaN(start) ? 1 : start,
    focuses: written.split('|').map((step) => linesOf(step, length)),
    index: Number.isNaN(index) ? null : index,
  };
}

/** The lines that a step names, as in `1,3-5`. */
function linesOf(step: string, length: number): Set<number> {
  const lines = new Set<number>();
  for (const range of step.split(',')) {
    const [written, from = '', to = from] = /^\s*(\d+)\s*(?:-\s*(\d+)\s*)?$/.exec(range) ?? [];
    if (written === undefined) continue;
    const last = Math.min(Number(to), length);
    for (let line = Number(from); line <= last; line += 1) lines.add(line);
  }
  return lines;
}

function drawView(
  lines: readonly (readonly CodeToken[])[],
  language: string,
  focus: ReadonlySet<number>,
  start: number | null,
): Element {
  const children = lines.flatMap((tokens, index): ChildNode[] => {
    const attributes: Record<string, string> = { class: focus.has(index + 1) ? 'line on' : 'line' };
    if (start !== null) attributes['data-line'] = String(start + index);
    const line = new Element('span', attributes, tokens.map(drawToken));
    return index === 0 ? [line] : [new Text('\n'), line];
  });
  const code = new Element(
    'code',
    language === '' ? {} : { class: `language-${language}` },
    children,
  );
  const classes = ['code', start === null ? '' : 'numbered', focus.size === 0 ? '' : 'focus'];
  return new Element('pre', { class: classes.filter((name) => name !== '').join(' ') }, [code]);
}

function drawToken({ text, kind }: CodeToken): ChildNode {
  const content = new Text(text);
  return kind === null ? content : new Element('span', { class: `tok-${kind}` }, [content]);
}

/** What the author said about the block, such as `.element: class="fragment"`, holds for all of it. */
function withAttributesOf(pre: Element, name: string, drawn: Element): Element {
  const classes = [name, drawn.attribs['class'] ?? '', pre.attribs['class'] ?? ''];
  const words = new Set(
    classes
      .join(' ')
      .split(/\s+/)
      .filter((word) => word !== ''),
  );
  drawn.attribs = { ...drawn.attribs, ...pre.attribs, class: [...words].join(' ') };
  return drawn;
}
