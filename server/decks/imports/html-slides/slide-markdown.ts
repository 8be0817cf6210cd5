import { Element, isTag, isText, type ChildNode } from 'domhandler';
import { getChildren } from 'domutils';
import { codeFence } from './code-fence.ts';
import { isPlain, plainMarkdown } from './plain-markdown.ts';
import { rawHtml } from './raw-html.ts';
import { attributesComment } from './slide-attributes.ts';
import { tableMarkdown } from './table-markdown.ts';

/** Elements that stand in a line of text. */
const IN_LINE = new Set(
  'a abbr b br cite code del em i ins kbd mark q s small span strong sub sup u'.split(' '),
);

/** The Markdown of a `<section>` of HTML. Elements without a sign of Markdown stay HTML in it. */
export function slideMarkdown(section: Element, hasMath: boolean): string {
  const children = getChildren(section);
  const notes = children.filter(isNotes);
  const blocks = intoBlocks(children.filter((child) => !isNotes(child) && isShown(child)));
  const comment = attributesComment('slide', section);
  return [
    ...(comment === null ? [] : [comment]),
    ...blocks.map((block) => blockMarkdown(block, hasMath)),
    ...notes.map((note, index) => notesMarkdown(note, index === 0 && notes.length === 1, hasMath)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Joins the neighbours that stand in one line of text. */
function intoBlocks(nodes: readonly ChildNode[]): ChildNode[][] {
  const blocks: ChildNode[][] = [];
  let line: ChildNode[] | null = null;
  for (const node of nodes) {
    if (!isInLine(node)) {
      blocks.push([node]);
      line = null;
    } else if (line === null) {
      line = [node];
      blocks.push(line);
    } else line.push(node);
  }
  return blocks;
}

function blockMarkdown(nodes: readonly ChildNode[], hasMath: boolean): string {
  const [first] = nodes;
  const alone = first !== undefined && isTag(first) ? first : null;
  const block = alone === null ? null : (codeFence(alone) ?? tableMarkdown(alone, hasMath));
  if (block !== null) return block;
  const markdown = nodes.every(isPlain) ? plainMarkdown(nodes, hasMath) : null;
  if (markdown !== null) return markdown;
  return rawHtml(nodes.every(isInLine) ? [new Element('p', {}, [...nodes])] : nodes);
}

/** Notes in Markdown, where that can say them and they are the slide's only ones. */
function notesMarkdown(note: ChildNode, isOnly: boolean, hasMath: boolean): string {
  const children = isTag(note) ? getChildren(note) : [];
  const text = isOnly && children.every(isPlain) ? plainMarkdown(children, hasMath) : null;
  if (text === null) return rawHtml([note]);
  return text === '' ? '' : `Note:\n${text}`;
}

function isNotes(node: ChildNode): node is Element {
  if (!isTag(node) || node.name !== 'aside') return false;
  return (node.attribs['class'] ?? '').split(/\s+/).includes('notes');
}

/** False for comments, which are notes in a deck, and for all that works behind a page. */
function isShown(node: ChildNode): boolean {
  if (isText(node)) return true;
  return isTag(node) && !['script', 'style', 'link', 'meta', 'template'].includes(node.name);
}

function isInLine(node: ChildNode): boolean {
  return isText(node) || (isTag(node) && IN_LINE.has(node.name));
}
