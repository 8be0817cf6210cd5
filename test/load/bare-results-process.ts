// The bare work behind the results of sessions, in a process of its own. Arguments: the data folder, the codes.
// Answers with the CPU seconds of each part.
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { readSession } from '../../server/live/read-session.ts';
import { sqliteLog } from '../../server/storage/sqlite-log.ts';
import { writeWorkbook } from '../../server/xlsx/write-workbook.ts';
import { workbookSheets } from '../../src/results/workbook-sheets.ts';
import { resultColumns, resultRows } from '../../src/session/result-rows.ts';
import type { SessionState } from '../../src/session/state.ts';

/** CPU seconds. */
export interface BareResults {
  /** Reading and folding the facts of all sessions. */
  readonly fold: number;
  /** Writing the rows of one as CSV, and its workbook. */
  readonly csv: number;
  readonly xlsx: number;
}

/** Reads and folds the facts of sessions, one after the other; returns the state of the last. */
async function fold(data: string, codes: readonly string[]): Promise<SessionState> {
  const log = await sqliteLog(join(data, 'plenary.db'), Date.now);
  if (!log.ok) throw new Error(log.error.message);
  let state: SessionState | null = null;
  for (const code of codes) {
    const read = await readSession(log.value, code);
    state = read.ok ? read.value : null;
  }
  await log.value.close();
  if (state === null) throw new Error('A session was not read');
  return state;
}

/** The library writes the same rows as the same CSV, and nothing else is done. */
async function writeCsv(rows: readonly object[]): Promise<void> {
  const csv = Readable.from(rows).pipe(
    stringify({ header: true, columns: [...resultColumns], quoted: true, quoted_empty: true }),
  );
  for await (const _ of csv);
}

async function measured<Value>(
  work: () => Promise<Value>,
): Promise<{ readonly seconds: number; readonly value: Value }> {
  const began = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(began);
  return { seconds: (user + system) / 1e6, value };
}

const [, , data = '', ...codes] = process.argv;
const { seconds: folding, value: state } = await measured(() => fold(data, codes));
const rows = [...resultRows(state)];
const csv = await measured(() => writeCsv(rows));
const sheets = [...workbookSheets(state)].map((sheet) => ({
  ...sheet,
  rows: [...sheet.rows].filter((row) => row !== null),
}));
const xlsx = await measured(async () => {
  for await (const _ of writeWorkbook(sheets));
});
process.send?.({
  fold: folding,
  csv: csv.seconds,
  xlsx: xlsx.seconds,
} satisfies BareResults);
