import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { WorkbookWriter, WorksheetWriter } from '@cj-tech-master/excelts';
import type { SessionState } from '../../src/session/state.ts';
import type { Sheet, SheetCell, SheetRow } from '../../src/results/sheet.ts';
import { workbookSheets } from '../../src/results/workbook-sheets.ts';

/** Cells that are written before others get their turn: a millisecond of work. */
const CELLS_A_TURN = 500;
/** Deflate's fastest: the file is a third larger than at best, and made in half the time. */
const FASTEST = 1;

/** The results of a session as an XLSX workbook, in pieces: no more than one row of it is kept. */
export async function* resultsWorkbook(state: SessionState): AsyncGenerator<Uint8Array, undefined> {
  const out = new PassThrough();
  // Its failure ends the stream, and is thrown where that is read.
  void writeSheets(workbookSheets(state), out).catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  yield* out;
}

async function writeSheets(sheets: Iterable<Sheet>, out: PassThrough): Promise<void> {
  // Of some megabytes, and needed by few servers.
  const { WorkbookWriter: Writer } = await import('@cj-tech-master/excelts');
  const workbook = new Writer({
    stream: out,
    useStyles: true,
    // They would have to be kept until the end.
    useSharedStrings: false,
    zip: { zlib: { level: FASTEST } },
  });
  for (const sheet of sheets) await writeSheet(workbook, sheet, out);
  await workbook.commit();
}

async function writeSheet(
  workbook: WorkbookWriter,
  { name, frozen, widths, rows }: Sheet,
  out: PassThrough,
): Promise<void> {
  const views = frozen === 0 ? [] : [{ state: 'frozen' as const, ySplit: frozen }];
  const sheet = workbook.addWorksheet(name, { views });
  sheet.columns = widths.map((width) => ({ width }));
  let cells = 0;
  for (const row of rows) {
    writeRow(sheet, row);
    cells += row.cells.length;
    if (cells < CELLS_A_TURN) continue;
    cells = 0;
    await setImmediate();
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
    if (out.destroyed) throw new Error('The connection has ended');
  }
  sheet.commit();
}

function writeRow(sheet: WorksheetWriter, { cells, isHead = false }: SheetRow): void {
  const row = sheet.addRow(cells.map(valueOf));
  for (const [place, cell] of cells.entries()) {
    const format = formatOf(cell);
    if (format !== null) row.getCell(place + 1).numFmt = format;
    if (isHead) row.getCell(place + 1).font = { bold: true };
  }
  row.commit();
}

/** A text stays one, with whichever sign it begins: only an object with a formula is a formula. */
function valueOf(cell: SheetCell): string | number | boolean | Date | null {
  if (cell === null || typeof cell !== 'object') return cell;
  return 'at' in cell ? new Date(cell.at) : cell.share;
}

function formatOf(cell: SheetCell): string | null {
  if (cell === null || typeof cell !== 'object') return null;
  return 'at' in cell ? 'yyyy-mm-dd hh:mm:ss' : '0%';
}
