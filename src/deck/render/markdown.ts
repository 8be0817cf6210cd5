import render from 'dom-serializer';
import { Element, Text } from 'domhandler';
import { Lexer, Marked, type MarkedExtension } from 'marked';
import { readCodeInfo } from './code-block.ts';
import { footnoteReferences } from './footnotes.ts';
import { diagramHtml, isMermaid } from './mermaid.ts';
import { formulaInCode, formulaParagraph, isMath, math } from './math.ts';
import type { Line } from '../parse/lines.ts';
import { lineOf, type RenderedBlock } from './rendered-block.ts';

/** Markdown rendered as HTML, with the source line of each part. */
export interface RenderedMarkdown {
  readonly html: string;
  /**
   * The source line of the HTML at `offset`: exact inside raw HTML; elsewhere the first line of its
   * block with this occurrence of `trace`, else the first line of the block.
   */
  lineAt(offset: number, trace: string): number;
}

/** A line that begins with an `.element:` comment, and goes on in Markdown. */
const ELEMENT_FIRST = /^ {0,3}(?:<!--\s*\.element(?:(?!-->)[^\n])*-->[ \t]*)+[^\s<]/;

const plain: MarkedExtension = {
  gfm: true,
  tokenizer: {
    // As a block of HTML, such a line would be shown with its ** and `. false: as usual.
    html: (source) => (ELEMENT_FIRST.test(source) ? undefined : false),
  },
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
      // marked 18 ends the text of some blocks with a line break of its own.
      const code = new Element('code', attributes, [new Text(`${text.replace(/\n$/, '')}\n`)]);
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

/** Link references, `[label]: address`, by their labels. */
export type Links = Lexer['tokens']['links'];

/** Reads the link references that Markdown defines. */
export function readLinks(lines: readonly Line[]): Links {
  const lexer = new Lexer(withoutMath.defaults);
  // Few slides have one, and reading Markdown costs more than a look.
  if (lines.some(({ text }) => text.includes(']:'))) lexer.lex(textOf(lines));
  return lexer.tokens.links;
}

/** Renders Markdown whose link references may be defined elsewhere; raw HTML is kept as it is. */
export function renderMarkdown(
  lines: readonly Line[],
  links: Links,
  { hasMath }: { readonly hasMath: boolean },
): RenderedMarkdown {
  const marked = hasMath ? withMath : withoutMath;
  const blocks: RenderedBlock[] = [];
  let html = '';
  let index = 0;
  const lexer = new Lexer(marked.defaults);
  Object.assign(lexer.tokens.links, links);
  for (const token of lexer.lex(textOf(lines))) {
    const own = lines.slice(index, index + lineCount(token.raw.trimEnd()));
    const block = {
      start: html.length,
      html: marked.parser([token]),
      source: textOf(own),
      lines: own,
    };
    blocks.push({ ...block, isHtml: token.type === 'html', found: new Map() });
    html += block.html;
    index += lineCount(token.raw) - 1;
  }
  return { html, lineAt: (offset, trace) => lineOf(blocks, offset, trace) };
}

/** The text of lines. */
export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text }) => text).join('\n');
}

function lineCount(text: string): number {
  return text.split('\n').length;
}

function serialise(element: Element): string {
  return render(element, { encodeEntities: 'utf8' });
}
