import type { SheetCell } from '../../src/results/sheet.ts';

/** The places of formats in the workbook's styles. */
const FORMATS = { plain: 0, date: 1, share: 2, head: 3 } as const;

/** The longest text of a cell that Excel takes, in UTF-16 code units. */
const LONGEST = 32_767;
const DAY_MS = 24 * 60 * 60 * 1000;
/** 1970-01-01 in days as spreadsheets count them. */
const EPOCH = 25_569;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
/** All that may have to be written otherwise, and more. */
const UNUSUAL = /[^ -~]|[&<>]|_x/i;
/** Characters that XML has no place for, and texts that read like the signs for them. */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]|_(?=x[0-9a-f]{4}_)/giu;

/**
 * A cell as SpreadsheetML, with its text inside it (ECMA-376, part 1, 18.3.1.4); '' for an empty one. Texts
 * are texts, with whichever sign they begin: nothing here writes a formula.
 *
 * @param place its column and row, such as "B12"
 */
export function cellXml(place: string, cell: SheetCell, isHead: boolean): string {
  if (cell === null || cell === '') return '';
  const style = isHead ? ` s="${FORMATS.head}"` : '';
  if (typeof cell === 'string') {
    return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${textXml(cell)}</t></is></c>`;
  }
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${place}"${style}><v>${cell}</v></c>` : '';
  }
  if (typeof cell === 'boolean') return `<c r="${place}"${style} t="b"><v>${Number(cell)}</v></c>`;
  return 'time' in cell
    ? `<c r="${place}" s="${FORMATS.date}"><v>${Date.parse(cell.time) / DAY_MS + EPOCH}</v></c>`
    : `<c r="${place}" s="${FORMATS.share}"><v>${cell.share}</v></c>`;
}

/** A text without markup; a character that XML cannot hold is written as "_x0007_" (22.4.2.4). */
export function textXml(text: string): string {
  // Most texts need nothing of it, and a workbook has a million of them.
  if (text.length <= LONGEST && !UNUSUAL.test(text)) return text;
  return text
    .slice(0, LONGEST)
    .replace(
      UNFIT,
      (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
}
