import { stringify } from 'csv-stringify/sync';
import { resultColumns, type ResultRow } from '../../src/session/results.ts';

/**
 * The tidy table as CSV (RFC 4180), in UTF-8 with the mark that lets Excel know it. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
export function resultsCsv(rows: readonly ResultRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...resultColumns],
    bom: true,
    escape_formulas: true,
    // Else half of a text that has two lines would be a record of its own, and its start a formula.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
    record_delimiter: 'windows',
  });
}
