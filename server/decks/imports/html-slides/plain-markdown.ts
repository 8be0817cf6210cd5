import render from 'dom-serializer';
import { Element, Text, cloneNode, isTag, isText, type ChildNode } from 'domhandler';
import { filter, prependChild } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { marked } from 'marked';
import TurndownService from 'turndown';
import { attributesComment } from './slide-attributes.ts';

/** The attributes of elements that Markdown has a sign for. */
const PLAIN = new Map<string, readonly string[]>([
  ...'ul ol blockquote strong b em i code br'.split(' ').map((name) => [name, []] as const),
  ['a', ['href']],
  ['img', ['src', 'alt']],
]);
const FORMULA = /(\$\$[^$]+\$\$|\$[^$\n]+\$|\\\([^]*?\\\)|\\\[[^]*?\\\])/;

/** Elements whose attributes a comment at their start gives. */
const TAKES_ATTRIBUTES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'li']);
/** Elements that Markdown has one sign for. */
const SAME = new Map([
  ['b', 'strong'],
  ['i', 'em'],
]);
/** Elements that Markdown adds or leaves out. */
const NOT_WRITTEN = new Set(['p', 'thead', 'tbody', 'tfoot']);
const COMMENT = 'data-comment';

/** True for text, and for elements that Markdown has a sign for, with all in them. */
export function isPlain(node: ChildNode): boolean {
  if (isText(node)) return true;
  if (!isTag(node)) return false;
  // Without a text beside it, a picture of Markdown is one that nobody described.
  if (node.name === 'img' && (node.attribs['alt'] ?? '') === '') return false;
  if (TAKES_ATTRIBUTES.has(node.name)) return node.children.every(isPlain);
  const known = PLAIN.get(node.name);
  if (known === undefined) return false;
  return (
    Object.keys(node.attribs).every((name) => known.includes(name)) && node.children.every(isPlain)
  );
}

/** The Markdown of plain elements; null where Markdown would read it otherwise, as it does "a*-*b". */
export function plainMarkdown(nodes: readonly ChildNode[], hasMath: boolean): string | null {
  const text = writeMarkdown(
    nodes.map((node) => cloneNode(node, true)),
    hasMath,
  );
  return hasMath || readsAs(text, nodes) ? text : null;
}

/** true where Markdown makes these elements and words of a text. */
export function readsAs(text: string, nodes: readonly ChildNode[]): boolean {
  const withoutComments = text.replace(/<!--.*?-->/g, '');
  const read = parseDocument(marked.parse(withoutComments, { async: false })).children;
  return outline(read) === outline(nodes);
}

function writeMarkdown(nodes: readonly ChildNode[], hasMath: boolean): string {
  const service = new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    emDelimiter: '*',
  });
  const escapeMarkdown = service.escape.bind(service);
  const escape = (text: string): string => escapeHtml(escapeMarkdown(text));
  service.escape = hasMath ? (text) => besideFormulas(text, escape) : escape;
  service.addRule('comment', {
    filter: (node) => node.hasAttribute(COMMENT),
    replacement: (_, node) => `${node.getAttribute(COMMENT) ?? ''} `,
  });
  for (const element of filter(isTag, [...nodes])) if (isTag(element)) intoComment(element);
  const text = service.turndown(render([...nodes], { encodeEntities: 'utf8' }));
  // Turndown indents what belongs to an item by four; so its marker may be written as usual.
  return text.replace(/^( *)(-|\d+\.) {2,3}/gm, '$1$2 ');
}

/** The elements and words of nodes, without spaces. */
function outline(nodes: readonly ChildNode[]): string {
  return nodes
    .map((node) => {
      if (isText(node)) return node.data.replace(/\s+/g, '');
      if (!isTag(node)) return '';
      const name = SAME.get(node.name) ?? node.name;
      return NOT_WRITTEN.has(name)
        ? outline(node.children)
        : `<${name}>${outline(node.children)}</${name}>`;
    })
    .join('');
}

/** Signs that a deck reads and Markdown alone does not: of HTML, of notes, of columns. */
function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/^(\s*notes?):/i, '$1&#58;')
    .replace(/^(\s*):/, '$1&#58;');
}

/** Escapes text beside formulas, which are enclosed by dollar signs in a deck. */
function besideFormulas(text: string, escape: (text: string) => string): string {
  return text
    .split(FORMULA)
    .map((part, index) => (index % 2 === 0 ? escape(part) : dollars(part)))
    .join('');
}

function dollars(formula: string): string {
  if (formula.startsWith('$')) return formula;
  const sign = formula.startsWith('\\(') ? '$' : '$$';
  return sign + formula.slice(2, -2).trim() + sign;
}

/** Puts the attributes of an element into a comment at its start, carried by an element that Markdown has a sign for. */
function intoComment(element: Element): void {
  if (!TAKES_ATTRIBUTES.has(element.name)) return;
  const comment = attributesComment('element', element);
  element.attribs = {};
  if (comment === null) return;
  prependChild(element, new Element('code', { [COMMENT]: comment }, [new Text('.')]));
}
