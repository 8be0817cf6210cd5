import { parseDocument } from 'htmlparser2';
import type { ChildNode, Document } from 'domhandler';
import { cleanHtml, extractAsides } from '../sanitise/clean-html.ts';
import type { LocatedAttributes } from '../parse/directives.ts';
import { applyElementDirectives } from '../parse/element-directives.ts';
import type { Line } from '../parse/lines.ts';
import { warnOfHiddenCode, type Room } from './code-room.ts';
import { showTagsOfCode } from './literal-code.ts';
import { renderMarkdown, textOf } from './markdown.ts';
import type { PartContext } from './part-context.ts';
import { undefinedLinks } from './undefined-links.ts';

/** Warnings of such links are of one kind. */
const UNDEFINED_LINK = 'a link whose label is defined nowhere';

/** Part of a slide, rendered and sanitised. */
export interface RenderedPart {
  readonly root: Document;
  /** Speaker notes from `<aside class="notes">`. */
  readonly asides: readonly ChildNode[];
  /** Attributes that `.element:` comments give to the slide itself, not sanitised yet. */
  readonly slideAttributes: readonly LocatedAttributes[];
}

/** A part whose room on the slide is known only once all parts are rendered. */
interface PartToPlace extends RenderedPart {
  /** Warns of code among `nodes`, which are of this part, that is larger than its room. */
  checkCode(nodes: readonly ChildNode[], room: Room): void;
}

/** Renders and sanitises Markdown. */
export function renderPart(lines: readonly Line[], context: PartContext): PartToPlace {
  const { deck, report, links } = context;
  const rendered = renderMarkdown(lines, links, { hasMath: deck.formulas !== null });
  const root = parseDocument(rendered.html, { withStartIndices: true, withEndIndices: true });
  showTagsOfCode(root, rendered.html);
  const lineAt = (node: ChildNode, trace: string): number =>
    rendered.lineAt(node.startIndex ?? 0, trace);
  for (const { node, source, label } of undefinedLinks(root, textOf(lines))) {
    const message = `"${source}" is shown as it is: this slide has no line "[${label}]: …"`;
    report.warning(lineAt(node, source), message, UNDEFINED_LINK);
  }
  const slideAttributes = applyElementDirectives(root, (node) => lineAt(node, '.element'), report);
  cleanHtml(root, context, (element) => {
    return (message, trace, kind) => report.warning(lineAt(element, trace), message, kind);
  });
  const checkCode = (nodes: readonly ChildNode[], room: Room): void =>
    warnOfHiddenCode(nodes, room, (block, message) =>
      report.warning(lineAt(block, '```'), message),
    );
  return { root, asides: extractAsides(root), slideAttributes, checkCode };
}
