import type { SortedAnswers } from './sorted-answers.ts';

/** Attendees of a table with rows and columns. */
export interface PeopleInCells {
  /** The people in the table: they have answered both questions. */
  readonly people: number;
  /** The people in each row, and in each column. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** The people in each cell, row by row. */
  readonly cells: readonly (readonly number[])[];
}

/** Counts those who have answered both; a person in several groups counts in each of them. */
export function countPeople(
  rows: SortedAnswers,
  columns: SortedAnswers,
  isCounted: (columns: readonly number[]) => boolean = () => true,
): PeopleInCells {
  const both = [...rows.of].flatMap(([attendee, inRows]) => {
    const inColumns = columns.of.get(attendee);
    return inColumns === undefined || !isCounted(inColumns) ? [] : [{ inRows, inColumns }];
  });
  const cells = rows.groups.map((_r, row) =>
    columns.groups.map(
      (_c, column) =>
        both.filter((one) => one.inRows.includes(row) && one.inColumns.includes(column)).length,
    ),
  );
  return {
    people: both.length,
    rows: rows.groups.map((_, row) => both.filter(({ inRows }) => inRows.includes(row)).length),
    columns: columns.groups.map(
      (_, column) => both.filter(({ inColumns }) => inColumns.includes(column)).length,
    ),
    cells,
  };
}
