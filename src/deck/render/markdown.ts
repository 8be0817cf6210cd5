import render from 'dom-serializer';
import { Element, Text } from 'domhandler';
import { Marked } from 'marked';
import { readCodeInfo } from './code-info.ts';
import type { Line } from '../parse/lines.ts';

/** Markdown as HTML, and where it came from. */
export interface RenderedMarkdown {
  readonly html: string;
  /**
   * The number of the line that what stands at `offset` in `html` was written in: exact inside raw
   * HTML; elsewhere the first line of its block that holds `trace`, else the first line of the block.
   */
  lineAt(offset: number, trace: string): number;
}

interface Block {
  /** Where it starts in the HTML. */
  readonly start: number;
  readonly lines: readonly Line[];
  readonly isHtml: boolean;
}

const marked = new Marked({
  gfm: true,
  renderer: {
    // As reveal.js has it: a blank line between a list and an `.element:` comment is meaningful.
    space: ({ raw }) => raw,
    code: ({ text, lang }) => {
      const { language, steps, start } = readCodeInfo(lang ?? '');
      const attributes: Record<string, string> = {};
      if (language !== '') attributes['class'] = `language-${language}`;
      if (steps !== null) attributes['data-line-numbers'] = steps;
      if (start !== null) attributes['data-ln-start-from'] = start;
      const code = new Element('code', attributes, [new Text(`${text}\n`)]);
      return `${print(new Element('pre', {}, [code]))}\n`;
    },
    // Markdown cannot say that a picture is decoration: without words, the words are missing.
    image: ({ href, text }) =>
      text.trim() === '' ? print(new Element('img', { src: href })) : false,
  },
});

/** Renders Markdown; raw HTML is let through. */
export function renderMarkdown(lines: readonly Line[]): RenderedMarkdown {
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

function print(element: Element): string {
  return render(element, { encodeEntities: 'utf8' });
}
