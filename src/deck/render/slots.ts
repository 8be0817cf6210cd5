import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import type { ScannedLine } from '../parse/scan-lines.ts';

/** The lines of a slide with two columns, by slot. */
export interface Slots {
  readonly above: readonly ScannedLine[];
  readonly left: readonly ScannedLine[];
  readonly right: readonly ScannedLine[];
  /** True if the headings at the start of the left column are shown above both columns. */
  readonly headingsAbove: boolean;
}

/** A slot marker on its own line, as in Slidev, where the left column is `default`. */
const MARKER = /^::([\w-]+)::[ \t]*$/;
const slotNames = ['left', 'right', 'default'];

/**
 * Splits the lines of a slide at its markers `::left::` and `::right::`. With `::left::`, the lines
 * before the first marker are shown above the columns. Without it, they are the left column, and only
 * the headings at their start are shown above.
 */
export function splitSlots(lines: readonly ScannedLine[], report: FileReport): Slots {
  const above: ScannedLine[] = [];
  const columns = { left: [] as ScannedLine[], right: [] as ScannedLine[] };
  let current = above;
  let hasLeft = false;
  for (const line of lines) {
    const name = markerName(line);
    if (name === null) {
      current.push(line);
      continue;
    }
    checkSlot(name, line.line.number, report);
    current = name === 'right' ? columns.right : columns.left;
    hasLeft ||= name !== 'right';
  }
  if (hasLeft) return { above, ...columns, headingsAbove: false };
  if (current === above) {
    const line = lines[0]?.line.number ?? 1;
    report.warning(line, 'Only one of two columns is filled: start the other with ::right::');
  }
  return { above: [], left: above, right: columns.right, headingsAbove: true };
}

/** Removes the markers from a slide without slots, and warns of them. */
export function removeMarkers(lines: readonly ScannedLine[], report: FileReport): ScannedLine[] {
  return lines.filter((line) => {
    const name = markerName(line);
    if (name === null || !slotNames.includes(name)) return true;
    report.warning(
      line.line.number,
      `::${name}:: needs "layout: two-cols" or "layout: versus" in the slide's options`,
    );
    return false;
  });
}

/** The name in a marker; null if the line is not a marker. */
function markerName({ line, isText }: ScannedLine): string | null {
  return isText ? (MARKER.exec(line.text)?.[1] ?? null) : null;
}

function checkSlot(name: string, line: number, report: FileReport): void {
  if (slotNames.includes(name)) return;
  const meant = nearestWord(name, slotNames);
  const help =
    meant === null ? 'the slots are ::left:: and ::right::' : `did you mean "::${meant}::"?`;
  report.error(line, `There is no slot "::${name}::"; ${help}`);
}
