import { isoTime } from '../session/iso-time.ts';
import type { SessionState } from '../session/state.ts';
import { resultColumns, resultRows } from '../session/result-rows.ts';
import { codebookColumns, codebookRows } from './codebook.ts';
import { peopleOf } from './people.ts';
import { questionRows } from './question-rows.ts';
import type { Sheet, SheetCell, SheetRow } from './sheet.ts';
import { sheetName } from './sheet-name.ts';
import { wideTable, type WideTable } from './wide-table.ts';

/** The results of a session as sheets: an overview, one for each question that was answered, and the tables. */
export function* workbookSheets(state: SessionState): Generator<Sheet, undefined> {
  // Made at once, so that all sheets hold the same answers.
  const table = wideTable(state);
  const tidy = resultRows(state);
  const start = { time: isoTime(state.startedAt) };
  const answered = table.questions.filter(({ attendees }) => attendees.length > 0);
  const names = new Set<string>();
  yield { name: 'Overview', frozen: 0, widths: [24, 50, 14, 12, 12], rows: overview(state, table) };
  for (const [place, question] of answered.entries()) {
    const name = sheetName(`${place + 1} ${question.activity.id}`, names);
    yield {
      name,
      frozen: 0,
      widths: [40, 44, 12, 12, 12, 12, 12, 12],
      rows: questionRows(question),
    };
  }
  yield tableSheet('Tidy table', resultColumns, tidyRows(tidy, start));
  const columns = table.columns.map(({ name }) => name);
  yield tableSheet('Wide table', columns, wideRows(table, start));
  yield tableSheet('Codebook', codebookColumns, codebook(table));
}

function tableSheet(
  name: string,
  columns: readonly string[],
  rows: Iterable<readonly SheetCell[] | null>,
): Sheet {
  return { name, frozen: 1, widths: columns.map(() => 16), rows: withHead(columns, rows) };
}

function* withHead(
  columns: readonly string[],
  rows: Iterable<readonly SheetCell[] | null>,
): Generator<SheetRow | null, undefined> {
  yield { cells: columns, isHead: true };
  for (const cells of rows) yield cells === null ? null : { cells };
}

const ANSWERED_AT = resultColumns.indexOf('answered_at');
const SESSION_START = resultColumns.indexOf('session_start');

function* tidyRows(
  rows: ReturnType<typeof resultRows>,
  start: SheetCell,
): Generator<readonly SheetCell[], undefined> {
  for (const row of rows) {
    const cells: SheetCell[] = resultColumns.map((column) => row[column]);
    cells[ANSWERED_AT] = { time: row.answered_at };
    cells[SESSION_START] = start;
    yield cells;
  }
}

function* wideRows(
  { columns, rows }: WideTable,
  start: SheetCell,
): Generator<readonly SheetCell[] | null, undefined> {
  const at = columns.findIndex(({ name }) => name === 'session_start');
  for (const row of rows()) {
    const cells: SheetCell[] | null = row === null ? null : [...row];
    if (cells !== null) cells[at] = start;
    yield cells;
  }
}

function* codebook({ columns }: WideTable): Generator<readonly SheetCell[], undefined> {
  for (const row of codebookRows(columns)) yield codebookColumns.map((column) => row[column]);
}

function* overview(state: SessionState, table: WideTable): Generator<SheetRow, undefined> {
  const { people, asked, rate } = peopleOf(state);
  const facts: readonly (readonly SheetCell[])[] = [
    ['Deck', state.deck.title],
    ['Session', state.name],
    ['Code', state.code],
    ['Start (UTC)', { time: isoTime(state.startedAt) }],
    ['End (UTC)', state.endedAt === null ? 'Running' : { time: isoTime(state.endedAt) }],
    ...(state.rehearsal ? [['Rehearsal', 'This session counts nowhere.']] : []),
    ['People who answered', people],
    ['Their response rate', rate === null ? null : { share: rate }],
    [],
  ];
  for (const cells of facts) yield { cells };
  yield { cells: ['Question', 'Wording', 'Type', 'Answered', 'Rate'], isHead: true };
  const rates = new Map(asked.map((one) => [one.id, one.rate]));
  for (const { activity, status, attendees } of table.questions) {
    const share = status === 'current' ? rates.get(activity.id) : undefined;
    if (share === undefined && attendees.length === 0) continue;
    const name = status === 'current' ? activity.id : `${activity.id} (${STATUS[status]})`;
    const own = [name, activity.question, activity.type, attendees.length];
    yield { cells: [...own, share === undefined ? null : { share }] };
  }
}

const STATUS = { superseded: 'earlier wording', withdrawn: 'withdrawn' } as const;
