import { isTag, isText, type ChildNode, type Element, type ParentNode } from 'domhandler';
import { getChildren, removeElement, replaceElement } from 'domutils';
import { cleanAttributes, type Warn } from './clean-attributes.ts';
import { renderCode } from '../render/code-block.ts';

const NO_FRAMES = 'slides show no other pages; link to the page instead: [text](https://…)';
const NO_FILES = "show a picture or film from the deck's folder with <img> or <video>";

/** Elements that slides cannot hold, and what to do instead. */
const forbidden = new Map([
  ['script', 'slides run no scripts; ask with a question fence, show with a picture'],
  ['style', 'write style="…" at the element, or choose a layout'],
  ['link', 'fonts and styles come with the theme'],
  ['iframe', NO_FRAMES],
  ['frame', NO_FRAMES],
  ['frameset', NO_FRAMES],
  ['object', NO_FILES],
  ['embed', NO_FILES],
  ['applet', NO_FILES],
  ['base', "addresses are read from the deck's folder"],
  ['meta', "title and lang stand in the deck's front matter"],
  ['form', 'ask with a question fence'],
  // Browsers read what is in these otherwise than a parser of Markdown does.
  ...['noscript', 'noframes', 'noembed', 'template', 'xmp', 'plaintext'].map(
    (name) => [name, 'write its content without it'] as const,
  ),
]);

/**
 * Makes everything below `parent` fit for the pages: leaves out comments, scripts and the like,
 * sees to each element's attributes, and colours code. `warnAt` notes what was changed.
 */
export function cleanHtml(
  parent: ParentNode,
  deck: string,
  warnAt: (element: Element) => Warn,
): void {
  for (const child of [...parent.children]) {
    if (!isTag(child)) {
      if (!isText(child)) removeElement(child);
      continue;
    }
    const warn = warnAt(child);
    const advice = forbidden.get(child.name);
    if (advice !== undefined) {
      warn(`<${child.name}> is left out: ${advice}`, `<${child.name}`);
      removeElement(child);
    } else cleanElement(child, deck, warn, warnAt);
  }
}

function cleanElement(
  element: Element,
  deck: string,
  warn: Warn,
  warnAt: (element: Element) => Warn,
): void {
  if (element.name === 'section') {
    // reveal.js would take it for a slide below, and count on from there.
    warn('<section> becomes <div>: part slides with a line of --- or --', '<section');
    element.name = 'div';
  }
  cleanAttributes(element, deck, warn);
  cleanHtml(element, deck, warnAt);
  const code = element.name === 'pre' ? renderCode(element) : null;
  if (code !== null) replaceElement(element, code);
}

/** Takes reveal.js's own speaker notes, `<aside class="notes">`, out of `parent`. */
export function takeAsides(parent: ParentNode): ChildNode[] {
  const notes: ChildNode[] = [];
  for (const child of [...parent.children]) {
    if (!isTag(child)) continue;
    if (child.name === 'aside' && /(?:^|\s)notes(?:\s|$)/.test(child.attribs['class'] ?? '')) {
      removeElement(child);
      notes.push(...getChildren(child));
    } else notes.push(...takeAsides(child));
  }
  return notes;
}
