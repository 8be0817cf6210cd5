import { Document, Element, isTag, isText, type ChildNode } from 'domhandler';
import { getChildren } from 'domutils';
import type { FootnotedLines, Footnotes } from '../parse/footnotes.ts';
import { toMarkdown } from '../parse/notes.ts';
import { markBigFigures } from './big-figures.ts';
import { columnUnder, wholeSlide } from './code-room.ts';
import { slottedLayouts } from '../layouts.ts';
import { placeFootnotes } from './footnotes.ts';
import type { PartContext } from './part-context.ts';
import { renderPart, type RenderedPart } from './render-part.ts';
import type { ScannedLine } from '../parse/scan-lines.ts';
import { splitSlots, removeMarkers } from './slots.ts';

/** Renders the body of a slide in the columns, and with the big figures, of its layout. */
export function renderBody(
  { rest, footnotes }: FootnotedLines,
  layout: string,
  context: PartContext,
): RenderedPart {
  const slide = { ...context, footnotes: new Set(footnotes.keys()) };
  const body = renderColumns(rest, layout, slide);
  addFootnotes(body.root, footnotes, slide);
  const size = markBigFigures(body.root, layout);
  if (size === null) return body;
  const line = rest[0]?.line.number ?? 1;
  return {
    ...body,
    slideAttributes: [...body.slideAttributes, { attributes: { class: size }, line }],
  };
}

function addFootnotes(root: Document, footnotes: Footnotes, slide: PartContext): void {
  const notes = new Map(
    [...footnotes].map(([label, lines]) => {
      return [label, getChildren(renderPart(lines, slide).root)] as const;
    }),
  );
  for (const label of placeFootnotes(root, notes)) {
    const line = footnotes.get(label)?.[0]?.number ?? 1;
    slide.report.warning(line, `Nothing on this slide refers to this footnote: [^${label}]`);
  }
}

function renderColumns(
  lines: readonly ScannedLine[],
  layout: string,
  context: PartContext,
): RenderedPart {
  const { report } = context;
  const renderLines = (part: readonly ScannedLine[]) => renderPart(toMarkdown(part), context);
  const room = wholeSlide(context.footnotes.size);
  if (!slottedLayouts.includes(layout)) {
    const part = renderLines(removeMarkers(lines, report));
    part.checkCode(getChildren(part.root), room);
    return part;
  }
  const slots = splitSlots(lines, report);
  const parts = [
    renderLines(slots.above),
    renderLines(slots.left),
    renderLines(slots.right),
  ] as const;
  const [above, left, right] = parts.map(({ root }) => getChildren(root));
  const lead = slots.headingsAbove ? leadingHeadings(left ?? []) : 0;
  const headings = [...(above ?? []), ...(left ?? []).slice(0, lead)];
  const root = new Document([
    ...headings,
    column('left', (left ?? []).slice(lead)),
    column('right', right ?? []),
  ]);
  parts[1].checkCode((left ?? []).slice(lead), columnUnder(headings, room, `${layout}/left`));
  parts[2].checkCode(right ?? [], columnUnder(headings, room, `${layout}/right`));
  return {
    root,
    asides: parts.flatMap(({ asides }) => asides),
    slideAttributes: parts.flatMap(({ slideAttributes }) => slideAttributes),
  };
}

function column(name: string, children: ChildNode[]): Element {
  return new Element('div', { class: `slot slot-${name}` }, children);
}

/** The number of nodes before the first that is not a heading. */
function leadingHeadings(nodes: readonly ChildNode[]): number {
  const first = nodes.findIndex((node) =>
    isTag(node) ? !isHeading(node) : !isText(node) || node.data.trim() !== '',
  );
  return first === -1 ? nodes.length : first;
}

/** Returns true for h1 to h6. */
export function isHeading(element: Element): boolean {
  return /^h[1-6]$/.test(element.name);
}
