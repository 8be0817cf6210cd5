import { nearestWord } from '../../lib/nearest-word.ts';
import type { FileReport } from '../problems.ts';
import type { ScannedLine } from '../parse/scan-lines.ts';

/** The text of a slide in two columns, by where it goes. */
export interface Slots {
  readonly above: readonly ScannedLine[];
  readonly left: readonly ScannedLine[];
  readonly right: readonly ScannedLine[];
  /** Whether the headings that the left column begins with stay above both columns. */
  readonly headingsAbove: boolean;
}

/** A line of its own, as in Slidev, where the left column is the `default` one. */
const MARKER = /^::([\w-]+)::[ \t]*$/;
const slotNames = ['left', 'right', 'default'];

/**
 * Parts the text of a slide with two slots at its lines of `::left::` and `::right::`. Where `::left::`
 * is given, all that stands before the first marker stays above the columns. Where it is not, that
 * text is the left column, and only the headings it begins with stay above.
 */
export function partSlots(lines: readonly ScannedLine[], report: FileReport): Slots {
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

/** The text of a slide in any other layout; markers in it are mistakes. */
export function withoutMarkers(lines: readonly ScannedLine[], report: FileReport): ScannedLine[] {
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

/** The word in a marker; null where the line is none. */
function markerName({ line, fence, inComment }: ScannedLine): string | null {
  return fence === null && !inComment ? (MARKER.exec(line.text)?.[1] ?? null) : null;
}

function checkSlot(name: string, line: number, report: FileReport): void {
  if (slotNames.includes(name)) return;
  const meant = nearestWord(name, slotNames);
  const help =
    meant === null ? 'the slots are ::left:: and ::right::' : `did you mean "::${meant}::"?`;
  report.error(line, `There is no slot "::${name}::"; ${help}`);
}
