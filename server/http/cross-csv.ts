import type { CrossTable } from '../../src/results/cross-table.ts';
import { rowShare, type ShownTable } from '../../src/results/shown-table.ts';
import { csvTable } from './csv-table.ts';

interface CrossLine {
  readonly row: string;
  readonly column: string;
  readonly people: number | null;
  /** In percent, to one decimal. */
  readonly share: number | null;
}

const columns = [
  'row_question',
  'row_item',
  'row',
  'column_question',
  'column_item',
  'column',
  'people',
  'row_share',
  'hidden',
];

/** A table of two questions as CSV: a line for each cell, then for each row, each column and all people. */
export function crossCsv({ rows, columns: across, table }: CrossTable): string {
  const lines = table === null ? [] : linesOf(table);
  const records = lines.map(({ row, column, people, share }) => [
    ...[rows.question, rows.item, row, across.question, across.item, column],
    ...[people, share, people === null],
  ]);
  return [...csvTable(columns, records, 'comma')].join('');
}

function linesOf(table: ShownTable): CrossLine[] {
  const { people, rows, columns: across, cells } = table;
  return [
    ...rows.names.flatMap((row, at) =>
      across.names.map((column, place) => ({
        ...{ row, column, people: cells[at]?.[place] ?? null },
        share: percent(rowShare(table, at, place)),
      })),
    ),
    ...rows.names.map((row, at) => line(row, '', rows.people[at] ?? null)),
    ...across.names.map((column, at) => line('', column, across.people[at] ?? null)),
    line('', '', people),
  ];
}

function line(row: string, column: string, people: number | null): CrossLine {
  return { row, column, people, share: null };
}

function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10;
}
