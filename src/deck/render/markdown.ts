import render from 'dom-serializer';
import { Element, Text } from 'domhandler';
import { Marked, type MarkedExtension } from 'marked';
import { readCodeInfo } from './code-block.ts';
import { footnoteReferences } from './footnotes.ts';
import { diagramHtml, isMermaid } from './mermaid.ts';
import { formulaInCode, formulaParagraph, isMath, math } from './math.ts';
import type { Line } from '../parse/lines.ts';

/** Markdown rendered as HTML, with the source line of each part. */
export interface RenderedMarkdown {
  readonly html: string;
  /**
   * The source line of the HTML at `offset`: exact inside raw HTML; elsewhere the first line of its
   * block that contains `trace`, else the first line of the block.
   */
  lineAt(offset: number, trace: string): number;
}

interface Block {
  /** The offset of its start in the HTML. */
  readonly start: number;
  readonly lines: readonly Line[];
  readonly isHtml: boolean;
}

const plain: MarkedExtension = {
  gfm: true,
  renderer: {
    // As in reveal.js, a blank line between a list and an `.element:` comment is significant.
    space: ({ raw }) => raw,
    code: ({ text, lang }) => {
      if (isMermaid(lang ?? '')) return diagramHtml(text, lang ?? '');
      const { language, steps, start } = readCodeInfo(lang ?? '');
      const attributes: Record<string, string> = {};
      if (language !== '') attributes['class'] = `language-${language}`;
      if (steps !== null) attributes['data-line-numbers'] = steps;
      if (start !== null) attributes['data-ln-start-from'] = start;
      const code = new Element('code', attributes, [new Text(`${text}\n`)]);
      return `${serialise(new Element('pre', {}, [code]))}\n`;
    },
    // An empty description in Markdown is a missing one, not `alt=""`: without alt, it is warned of.
    image: ({ href, text }) =>
      text.trim() === '' ? serialise(new Element('img', { src: href })) : false,
  },
};

const withoutMath = new Marked(plain, footnoteReferences);
const withMath = new Marked(plain, footnoteReferences, math, {
  renderer: {
    code: ({ text, lang }) => (isMath(lang ?? '') ? formulaParagraph(text) : false),
    codespan: ({ text }) => formulaInCode(text) ?? false,
  },
});

/** Renders Markdown; raw HTML is kept as it is. */
export function renderMarkdown(
  lines: readonly Line[],
  { hasMath }: { readonly hasMath: boolean },
): RenderedMarkdown {
  const marked = hasMath ? withMath : withoutMath;
  const blocks: Block[] = [];
  let html = '';
  let index = 0;
  for (const token of marked.lexer(lines.map(({ text }) => text).join('\n'))) {
    const own = lines.slice(index, index + lineCount(token.raw.trimEnd()));
    blocks.push({ start: html.length, lines: own, isHtml: token.type === 'html' });
    html += marked.parser([token]);
    index += lineCount(token.raw) - 1;
  }
  return { html, lineAt: (offset, trace) => lineIn(blocks, html, offset, trace) };
}

function lineIn(blocks: readonly Block[], html: string, offset: number, trace: string): number {
  const block = blocks.findLast(({ start }) => start <= offset);
  if (block === undefined) return 1;
  const nth = block.isHtml ? lineCount(html.slice(block.start, offset)) - 1 : -1;
  const traced = block.lines.find(({ text }) => text.includes(trace));
  return (block.lines[nth] ?? traced ?? block.lines[0])?.number ?? 1;
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

function serialise(element: Element): string {
  return render(element, { encodeEntities: 'utf8' });
}
