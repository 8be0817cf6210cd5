import { lineNumbers, type Line } from '../parse/lines.ts';

/** A block of Markdown and its HTML. */
export interface RenderedBlock {
  /** The offset of its start in the HTML of all blocks. */
  readonly start: number;
  readonly html: string;
  readonly source: string;
  /** The lines of the source. */
  readonly lines: readonly Line[];
  /** True for raw HTML, which has the lines of its source. */
  readonly isHtml: boolean;
  /** The places of texts that were looked for in this block. */
  readonly found: Map<string, Places>;
}

/** The places of a text: offsets in a block's HTML, and the line of each occurrence in its source. */
interface Places {
  readonly offsets: readonly number[];
  readonly lines: readonly Line[];
}

/** The source line of the HTML at `offset`; inside Markdown, that of the `trace` nearest to it. */
export function lineOf(blocks: readonly RenderedBlock[], offset: number, trace: string): number {
  const block = blocks.findLast(({ start }) => start <= offset);
  if (block === undefined) return 1;
  const inBlock = offset - block.start;
  const nth = block.isHtml ? block.html.slice(0, inBlock).split('\n').length - 1 : -1;
  const line = block.lines[nth] ?? tracedLine(block, inBlock, trace) ?? block.lines[0];
  return line?.number ?? 1;
}

/** The line of the occurrence of `trace` that follows the offset in the HTML; else of the last one. */
function tracedLine(block: RenderedBlock, offset: number, trace: string): Line | undefined {
  const places = block.found.get(trace) ?? placesIn(block, trace);
  block.found.set(trace, places);
  const { offsets, lines } = places;
  const index = offsets.findIndex((place) => place >= offset);
  return lines[index === -1 ? offsets.length : index] ?? lines.at(-1);
}

function placesIn({ html, source, lines }: RenderedBlock, text: string): Places {
  const indexAt = lineNumbers(source, 0);
  return {
    offsets: offsetsOf(text, html),
    lines: offsetsOf(text, source).flatMap((offset) => lines[indexAt(offset)] ?? []),
  };
}

function offsetsOf(text: string, within: string): number[] {
  const offsets: number[] = [];
  if (text === '') return offsets;
  let next = within.indexOf(text);
  for (; next !== -1; next = within.indexOf(text, next + text.length)) offsets.push(next);
  return offsets;
}
