import { countPeople, type PeopleInCells } from './people-in-cells.ts';
import { isSeveral, type SortedAnswers } from './sorted-answers.ts';
import { hideNumbers } from './suppress.ts';

export type ShownTable = {
  /** The people in the table. */
  readonly people: number;
  readonly rows: ShownGroups;
  readonly columns: ShownGroups;
  /** The people in each cell, row by row; null for a hidden number. */
  readonly cells: readonly (readonly (number | null)[])[];
};

export type ShownGroups = {
  readonly names: readonly string[];
  /** The people in each; null for a hidden number. */
  readonly people: readonly (number | null)[];
  /** The names of the groups that nobody is in. */
  readonly empty: readonly string[];
  /** The names of the groups that are left out with their people, because these are too few. */
  readonly leftOut: readonly string[];
};

/** The people of a cell among those of its row, from 0 to 1; null where either is hidden. */
export function rowShare({ rows, cells }: ShownTable, row: number, column: number): number | null {
  const [people, cell] = [rows.people[row] ?? null, cells[row]?.[column] ?? null];
  return people === null || cell === null ? null : cell / people;
}

/**
 * The people in each cell of a table, without numbers that a reader must not know; null where fewer than
 * `threshold` are in it, or no choice of numbers is safe. Not both items may be of several groups each.
 */
export function* shownTable(
  rows: SortedAnswers,
  columns: SortedAnswers,
  threshold: number,
): Generator<undefined, ShownTable | null> {
  if (isSeveral(columns)) return turned(yield* shownTable(columns, rows, threshold));
  const all = countPeople(rows, columns);
  // Its people are few, so the number of choices that they may make would tell too much of each.
  const isLeftOut = (column: number): boolean =>
    isSeveral(rows) && (all.columns[column] ?? 0) < threshold;
  const counted = countPeople(rows, columns, ([column = -1]) => !isLeftOut(column));
  if (counted.people < threshold) return null;
  yield;
  const filled = withoutEmpty(counted);
  const hidden = yield* hideNumbers(filled, rows.each, threshold);
  if (hidden === null) return null;
  const isEmpty = (people: number): boolean => people === 0;
  return {
    people: filled.people,
    rows: {
      names: namesWhere(rows, counted.rows, isFilled),
      people: shown(filled.rows, hidden.rows),
      empty: namesWhere(rows, counted.rows, isEmpty),
      leftOut: [],
    },
    columns: {
      names: namesWhere(columns, counted.columns, isFilled),
      people: shown(filled.columns, hidden.columns),
      empty: namesWhere(columns, all.columns, isEmpty),
      leftOut: namesWhere(columns, all.columns, (n, at) => n > 0 && isLeftOut(at)),
    },
    cells: filled.cells.map((row, at) => shown(row, hidden.cells[at] ?? [])),
  };
}

/**
 * The table without rows and columns of nobody: that nobody gave an answer tells nothing of those who
 * are here, and a zero that is hidden would hide numbers of large groups with it.
 */
function withoutEmpty({ people, rows, columns, cells }: PeopleInCells): PeopleInCells {
  const isColumn = (_: number, column: number): boolean => isFilled(columns[column] ?? 0);
  return {
    people,
    rows: rows.filter(isFilled),
    columns: columns.filter(isFilled),
    cells: cells.filter((_, row) => isFilled(rows[row] ?? 0)).map((row) => row.filter(isColumn)),
  };
}

function isFilled(people: number): boolean {
  return people > 0;
}

function namesWhere(
  { groups }: SortedAnswers,
  people: readonly number[],
  isWanted: (people: number, group: number) => boolean,
): string[] {
  return groups.filter((_, group) => isWanted(people[group] ?? 0, group));
}

function shown(numbers: readonly number[], hidden: readonly boolean[]): (number | null)[] {
  return numbers.map((number, at) => (hidden[at] === false ? number : null));
}

function turned(table: ShownTable | null): ShownTable | null {
  if (table === null) return null;
  const { people, rows, columns, cells } = table;
  const turnedCells = columns.names.map((_, column) => cells.map((row) => row[column] ?? null));
  return { people, rows: columns, columns: rows, cells: turnedCells };
}
