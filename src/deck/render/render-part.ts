import { parseDocument } from 'htmlparser2';
import type { ChildNode, Document } from 'domhandler';
import { cleanHtml, extractAsides } from '../sanitise/clean-html.ts';
import type { LocatedAttributes } from '../parse/directives.ts';
import { applyElementDirectives } from '../parse/element-directives.ts';
import type { Line } from '../parse/lines.ts';
import { showTagsOfCode } from './literal-code.ts';
import { renderMarkdown, type Links } from './markdown.ts';
import type { FileReport } from '../problems.ts';
import type { DeckContext } from '../deck-context.ts';

/** Part of a slide, rendered and sanitised. */
export interface RenderedPart {
  readonly root: Document;
  /** Speaker notes from `<aside class="notes">`. */
  readonly asides: readonly ChildNode[];
  /** Attributes that `.element:` comments give to the slide itself, not sanitised yet. */
  readonly slideAttributes: readonly LocatedAttributes[];
}

/** The slide that a part belongs to. */
export interface PartContext {
  readonly deck: DeckContext;
  readonly report: FileReport;
  /** The link references that all parts of the slide define. */
  readonly links: Links;
}

/** Renders and sanitises Markdown. */
export function renderPart(
  lines: readonly Line[],
  { deck, report, links }: PartContext,
): RenderedPart {
  const rendered = renderMarkdown(lines, links);
  const root = parseDocument(rendered.html, { withStartIndices: true, withEndIndices: true });
  showTagsOfCode(root, rendered.html);
  const lineAt = (node: ChildNode, trace: string): number =>
    rendered.lineAt(node.startIndex ?? 0, trace);
  const slideAttributes = applyElementDirectives(root, (node) => lineAt(node, '.element'), report);
  cleanHtml(root, deck, (element) => {
    return (message, trace, kind) => report.warning(lineAt(element, trace), message, kind);
  });
  return { root, asides: extractAsides(root), slideAttributes };
}
