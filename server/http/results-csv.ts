import { csvRecords, type CsvForm } from './csv-table.ts';
import { resultColumns, type ResultRow } from '../../src/session/result-rows.ts';

/** The tidy table as CSV, in pieces. */
export function resultsCsv(
  rows: Iterable<ResultRow>,
  form: CsvForm = 'comma',
): Generator<string, undefined> {
  return csvRecords(resultColumns, rows, form);
}
