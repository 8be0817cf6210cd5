import { FenceReader } from '../activities/fence-reader.ts';
import { fencedBlocks, fenceName, replaceBlock } from './fenced-blocks.ts';
import type { FileReport } from './problems.ts';
import type { Fence, ScannedLine } from './parse/scan-lines.ts';
import { readYaml } from './parse/yaml-options.ts';

export const BOARD_FENCE = 'board';
const STANDARD_FIRST = 5;
const MOST_FIRST = 20;

/** A board of a slide. */
export interface FoundBoard {
  /** The places that it shows, from the first. */
  readonly first: number;
  /** The line of its fence. */
  readonly line: number;
}

/** Reads the fence of a board among `lines` and replaces it by a placeholder element. */
export function extractBoard(
  lines: readonly ScannedLine[],
  report: FileReport,
): { lines: ScannedLine[]; board: FoundBoard | null } {
  const rest = [...lines];
  let board: FoundBoard | null = null;
  for (const block of fencedBlocks(lines)) {
    if (fenceName(block.fence) !== BOARD_FENCE) continue;
    const first = readFirst(block.fence, block.content, report);
    if (board !== null) {
      const message = `A slide has one board, and this one already has the board in line ${board.line}`;
      report.error(block.fence.line, message);
    }
    board ??= { first, line: block.fence.line };
    replaceBlock(rest, block, `<div class="activity" data-board="${first}"></div>`);
  }
  return { lines: rest, board };
}

function readFirst(fence: Fence, content: Parameters<typeof readYaml>[0], report: FileReport) {
  const yaml = readYaml(content, fence.line);
  for (const { line, message } of yaml.problems) report.error(line, message);
  const reader = new FenceReader(yaml.options ?? {}, yaml.sourceOf);
  const first = reader.integer('first', 1, MOST_FIRST, STANDARD_FIRST);
  reader.finish();
  for (const { path, message, help } of reader.problems) {
    report.error(yaml.lineOf(path), message, help);
  }
  return first;
}
