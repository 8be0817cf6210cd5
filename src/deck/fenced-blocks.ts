import type { Line } from './parse/lines.ts';
import type { Fence, ScannedLine } from './parse/scan-lines.ts';

/** The lines of one fence, including its opening and closing line. */
export interface FencedBlock {
  readonly fence: Fence;
  /** Index of its first line. */
  readonly from: number;
  /** Index after its last line. */
  readonly to: number;
  /** Its lines without the opening and closing line. */
  readonly content: readonly Line[];
}

export function fencedBlocks(lines: readonly ScannedLine[]): FencedBlock[] {
  const blocks: FencedBlock[] = [];
  for (let from = 0; from < lines.length; from += 1) {
    const fence = lines[from]?.fence ?? null;
    if (fence === null) continue;
    let to = from + 1;
    while (lines[to]?.fence === fence) to += 1;
    const content = lines.slice(from, to).filter(({ fenceEdge }) => !fenceEdge);
    blocks.push({ fence, from, to, content: content.map(({ line }) => line) });
    from = to - 1;
  }
  return blocks;
}

/** The first word of the info string; reveal.js puts line steps directly after it. */
export function fenceName(fence: Fence): string {
  return /^[^\s[{]*/.exec(fence.info)?.[0] ?? '';
}

/** Replaces the lines of a block by the HTML of a placeholder, in place. */
export function replaceBlock(lines: ScannedLine[], block: FencedBlock, placeholder: string): void {
  for (let index = block.from; index < block.to; index += 1) {
    const line = lines[index];
    // The blank line ends the raw HTML, so that the text below is Markdown again.
    const last = index === block.to - 1 ? '' : null;
    const markdown = index === block.from ? block.fence.prefix + placeholder : last;
    if (line !== undefined) lines[index] = { ...line, fence: null, markdown };
  }
}
