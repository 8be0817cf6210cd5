import { Document, Element, isTag, isText, type ChildNode } from 'domhandler';
import { getChildren } from 'domutils';
import { toMarkdown } from '../parse/notes.ts';
import { markFigures } from './big-figures.ts';
import { slottedLayouts } from '../layouts.ts';
import type { FileReport } from '../problems.ts';
import { renderPart, type RenderedPart } from './render-part.ts';
import type { ScannedLine } from '../parse/scan-lines.ts';
import { partSlots, withoutMarkers } from './slots.ts';

/** Renders what the room sees of a slide, in the columns and with the figures of its layout. */
export function renderBody(
  lines: readonly ScannedLine[],
  layout: string,
  deck: string,
  report: FileReport,
): RenderedPart {
  const body = drawColumns(lines, layout, deck, report);
  const size = markFigures(body.root, layout);
  if (size === null) return body;
  const line = lines[0]?.line.number ?? 1;
  return { ...body, forSlide: [...body.forSlide, { attributes: { class: size }, line }] };
}

function drawColumns(
  lines: readonly ScannedLine[],
  layout: string,
  deck: string,
  report: FileReport,
): RenderedPart {
  const draw = (part: readonly ScannedLine[]): RenderedPart =>
    renderPart(toMarkdown(part), deck, report);
  if (!slottedLayouts.includes(layout)) return draw(withoutMarkers(lines, report));
  const slots = partSlots(lines, report);
  const parts = [draw(slots.above), draw(slots.left), draw(slots.right)] as const;
  const [above, left, right] = parts.map(({ root }) => getChildren(root));
  const lead = slots.headingsAbove ? leadingHeadings(left ?? []) : 0;
  const root = new Document([
    ...(above ?? []),
    ...(left ?? []).slice(0, lead),
    column('left', (left ?? []).slice(lead)),
    column('right', right ?? []),
  ]);
  return {
    root,
    asides: parts.flatMap(({ asides }) => asides),
    forSlide: parts.flatMap(({ forSlide }) => forSlide),
  };
}

function column(name: string, children: ChildNode[]): Element {
  return new Element('div', { class: `slot slot-${name}` }, children);
}

/** How many nodes come before the first that is no heading. */
function leadingHeadings(nodes: readonly ChildNode[]): number {
  const first = nodes.findIndex((node) =>
    isTag(node) ? !isHeading(node) : !isText(node) || node.data.trim() !== '',
  );
  return first === -1 ? nodes.length : first;
}

/** Whether an element is a heading of any level. */
export function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.name);
}
