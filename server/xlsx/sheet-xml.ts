import type { Sheet, SheetRow } from '../../src/results/sheet.ts';
import { cellXml } from './cell-xml.ts';

/** The most rows of a sheet that Excel takes. */
const MOST_ROWS = 1_048_576;
/** The cells of one piece: a millisecond of work. */
const CELLS_A_PIECE = 1_000;

/** A sheet as SpreadsheetML, in pieces, some of them empty. Rows that Excel has no place for are left to the CSV, and it says so. */
export function* sheetXml({ frozen, widths, rows }: Sheet): Generator<string, undefined> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${viewXml(frozen)}<cols>${widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('')}</cols><sheetData>`;
  let [piece, cells, number] = ['', 0, 0];
  for (const row of rows) {
    if (row === null) {
      yield '';
      continue;
    }
    number += 1;
    piece += rowXml(number < MOST_ROWS ? row : LEFT_OUT, number);
    if (number === MOST_ROWS) break;
    cells += row.cells.length;
    if (cells < CELLS_A_PIECE) continue;
    yield piece;
    [piece, cells] = ['', 0];
  }
  yield `${piece}</sheetData></worksheet>`;
}

const LEFT_OUT: SheetRow = { cells: ['All further rows are in the CSV.'] };

function viewXml(frozen: number): string {
  const pane = `<pane ySplit="${frozen}" topLeftCell="A${frozen + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = `<sheetView workbookViewId="0">${frozen === 0 ? '' : pane}</sheetView>`;
  return `<sheetViews>${view}</sheetViews>`;
}

function rowXml({ cells, isHead = false }: SheetRow, number: number): string {
  let xml = '';
  for (let at = 0; at < cells.length; at += 1) {
    xml += cellXml(`${columnName(at)}${number}`, cells[at] ?? null, isHead);
  }
  return `<row r="${number}">${xml}</row>`;
}

const columnNames: string[] = [];

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnName(at: number): string {
  return (columnNames[at] ??= named(at));
}

function named(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter;
}
