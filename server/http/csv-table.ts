import { stringify } from 'csv-stringify/sync';
import { guardFormulas } from './formula-guard.ts';

/**
 * `comma`: as RFC 4180 says. `excel`: with semicolons and decimal commas, for spreadsheets in languages
 * that write numbers so.
 */
export type CsvForm = 'comma' | 'excel';

type Cell = string | number | boolean | null;

/** The cells of one piece of the text: half a millisecond of work. */
const CELLS_A_PIECE = 1_500;
const MOST_ROWS_A_PIECE = 100;

/**
 * A table as CSV in pieces, in UTF-8 with a byte order mark for Excel. Every field is quoted, and no text
 * begins a formula, with which separator a spreadsheet may read it. A row has a cell for each column; null is no
 * row, but a turn for all else, and so is an empty piece.
 */
export function* csvTable(
  columns: readonly string[],
  rows: Iterable<readonly Cell[] | null>,
  form: CsvForm,
): Generator<string, undefined> {
  const texts = new CellTexts(form);
  const rowsAPiece = Math.min(MOST_ROWS_A_PIECE, Math.ceil(CELLS_A_PIECE / columns.length));
  let piece: string[][] = [columns.map(guardFormulas)];
  let isFirst = true;
  for (const row of rows) {
    if (row === null) {
      yield '';
      continue;
    }
    piece.push(texts.of(row));
    if (piece.length < rowsAPiece) continue;
    yield csvPiece(piece, form, isFirst);
    [piece, isFirst] = [[], false];
  }
  if (piece.length > 0) yield csvPiece(piece, form, isFirst);
}

/** A table of records as CSV in pieces: a column for each of these names. */
export function csvRecords<Column extends string>(
  columns: readonly Column[],
  records: Iterable<Readonly<Record<Column, Cell>>>,
  form: CsvForm,
): Generator<string, undefined> {
  return csvTable(columns, cellsOf(columns, records), form);
}

function* cellsOf<Column extends string>(
  columns: readonly Column[],
  records: Iterable<Readonly<Record<Column, Cell>>>,
): Generator<readonly Cell[], undefined> {
  for (const record of records) yield columns.map((column) => record[column]);
}

/** The texts of cells. Most of a row is as in the row before, and is not made again. */
class CellTexts {
  #cells: readonly Cell[] = [];
  #texts: readonly string[] = [];

  constructor(readonly form: CsvForm) {}

  of(row: readonly Cell[]): string[] {
    const texts = row.map((cell, place) =>
      cell === this.#cells[place] ? (this.#texts[place] ?? '') : this.#textOf(cell),
    );
    this.#cells = row;
    this.#texts = texts;
    return texts;
  }

  #textOf(cell: Cell): string {
    if (typeof cell === 'string') return guardFormulas(cell);
    if (cell === null) return '';
    return this.form === 'excel' ? String(cell).replace('.', ',') : String(cell);
  }
}

function csvPiece(rows: string[][], form: CsvForm, isFirst: boolean): string {
  return stringify(rows, {
    bom: isFirst,
    delimiter: form === 'excel' ? ';' : ',',
    quoted: true,
    quoted_empty: true,
    record_delimiter: 'windows',
  });
}
