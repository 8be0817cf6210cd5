import { stringify } from 'csv-stringify/sync';
import { resultColumns, type ResultRow } from '../../src/session/results.ts';
import { guardFormulas } from './formula-guard.ts';

/**
 * Formats rows as CSV (RFC 4180), in UTF-8 with a byte order mark for Excel. Every field is quoted, and
 * no text begins a formula, with which separator a spreadsheet may read it.
 */
export function resultsCsv(rows: readonly ResultRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: [...resultColumns],
    bom: true,
    quoted: true,
    quoted_empty: true,
    cast: { boolean: String, string: guardFormulas },
    record_delimiter: 'windows',
  });
}
