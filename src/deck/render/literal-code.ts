import { Text, isTag, isText, type Document, type Element } from 'domhandler';
import { appendChild, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';

/**
 * Turns the tags in every `<pre><code>` below `root` into text, except where it says `data-noescape`.
 * `html` is the source of `root`, whose nodes have their start and end in it. (reveal.js 6.0.2,
 * highlight plugin.)
 */
export function showTagsOfCode(root: Document, html: string): void {
  for (const code of codesBelow(root)) {
    const asMarkup = Object.hasOwn(code.attribs, 'data-noescape');
    if (asMarkup || code.children.every(isText)) continue;
    const text = new Text(literalText(code, html));
    code.children = [];
    appendChild(code, text);
  }
}

/** The outermost code blocks, `<pre><code>`, below `root`. */
function codesBelow(root: Document): Element[] {
  const codes: Element[] = [];
  const left = root.children.map((node) => ({ node, inPre: false }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { node, inPre } = next;
    if (!isTag(node)) continue;
    if (inPre && node.name === 'code') codes.push(node);
    else
      left.push(
        ...node.children.map((child) => ({ node: child, inPre: inPre || node.name === 'pre' })),
      );
  }
  return codes;
}

/** The text of a code block as its author wrote it, with its tags. */
function literalText(code: Element, html: string): string {
  const template = code.children.find(isTemplate);
  if (template !== undefined) return textContent(template);
  const from = code.children[0]?.startIndex ?? 0;
  const source = html.slice(from, (code.endIndex ?? html.length) + 1);
  // A `<` of the code may have swallowed the closing tag as an attribute.
  const [inside = ''] = source.split(/<\/(?:code|pre)\s*>/i);
  // Without tags, the parser only decodes what is left: &amp; and the like.
  return textContent(parseDocument(inside.replaceAll('<', '&lt;')));
}

/** Returns true for reveal.js's `<script type="text/template">` around code. */
function isTemplate(node: Element['children'][number]): node is Element {
  return isTag(node) && node.name === 'script' && node.attribs['type'] === 'text/template';
}
