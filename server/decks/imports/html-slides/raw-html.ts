import render from 'dom-serializer';
import { Text, hasChildren, isComment, isTag, type ChildNode } from 'domhandler';
import { removeElement, replaceElement, textContent } from 'domutils';

/** The elements that begin a block of HTML in Markdown wherever they stand (CommonMark, HTML blocks 1 and 6). */
const BEGINS_BLOCK =
  /^<(?:pre|address|article|aside|blockquote|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|iframe|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b/;

const FIRST_TAG = /^<[^\s>]+(?:\s+[^\s=>]+(?:="[^"]*")?)*\s*>/;

/**
 * HTML as a block of Markdown: no line of it is blank, or could be taken for Markdown. Without
 * comments, which would be notes.
 */
export function rawHtml(nodes: readonly ChildNode[]): string {
  for (const node of [...nodes]) prepare(node);
  const shown = nodes.filter((node) => !isComment(node));
  const html = render(shown, { encodeEntities: 'utf8' }).trim();
  // An element of any other name begins a block where its tag stands alone in the line.
  const block = BEGINS_BLOCK.test(html) ? html : html.replace(FIRST_TAG, '$&\n');
  return safeLines(block.split('\n')).join('\n');
}

/** Drops comments, shows templates of code as code, and keeps line breaks out of attributes. */
function prepare(node: ChildNode): void {
  if (isComment(node)) removeElement(node);
  if (!isTag(node)) return;
  for (const [name, value] of Object.entries(node.attribs)) {
    if (/[\r\n]/.test(value)) node.attribs[name] = value.replace(/\s*[\r\n]\s*/g, ' ');
  }
  if (node.name === 'script') {
    const isCode = node.parent !== null && isTag(node.parent) && node.parent.name === 'code';
    if (isCode) replaceElement(node, new Text(textContent(node)));
    else removeElement(node);
    return;
  }
  if (hasChildren(node)) for (const child of [...node.children]) prepare(child);
}

/** Lines without blank ones; those of code are kept as line breaks. A sign that Markdown might read is written as a number. */
function safeLines(lines: readonly string[]): string[] {
  let isCode = false;
  let breaks = '';
  const safe: string[] = [];
  for (const line of lines) {
    if (line.trim() === '') {
      if (isCode) breaks += `${line}&#10;`;
      continue;
    }
    safe.push(breaks + safeStart(line, isCode));
    breaks = '';
    const last = /^.*<(\/?)(?:pre|textarea)\b/.exec(line);
    if (last !== null) isCode = last[1] === '';
  }
  return safe;
}

function safeStart(line: string, isCode: boolean): string {
  const text = isCode ? line : line.trimStart();
  return text
    .replace(/^(\s*)([!-%'-/:;=>?@[-`{-~])/, (_, space: string, sign: string) => {
      return `${space}&#${sign.codePointAt(0)};`;
    })
    .replace(/^(\s*notes?):/i, '$1&#58;');
}
