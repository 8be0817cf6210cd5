import { stringify } from 'csv-stringify/sync';
import { resultColumns, type ResultRow } from '../../src/session/results.ts';

/**
 * Formats rows as CSV (RFC 4180), in UTF-8 with a byte order mark for Excel. An apostrophe is put before
 * texts that a spreadsheet would run as formulas.
 */
export function resultsCsv(rows: readonly ResultRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...resultColumns],
    bom: true,
    escape_formulas: true,
    // Quotes texts with line breaks: otherwise the second line would be a record, perhaps a formula.
    quoted_match: /[\r\n]/,
    cast: { boolean: String },
    record_delimiter: 'windows',
  });
}
