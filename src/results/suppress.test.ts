import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PeopleInCells } from './people-in-cells.ts';
import { hideNumbers, type HiddenNumbers } from './suppress.ts';
import { allSteps } from '../lib/all-steps.ts';

/** All numbers of a table in one list: its cells, its rows, its columns. */
function numbersOf({ cells, rows, columns }: PeopleInCells): number[] {
  return [...cells.flat(), ...rows, ...columns];
}

function hiddenOf({ cells, rows, columns }: HiddenNumbers): boolean[] {
  return [...cells.flat(), ...rows, ...columns];
}

function tableOf(cells: readonly (readonly number[])[]): PeopleInCells {
  const rows = cells.map((row) => row.reduce((sum, cell) => sum + cell, 0));
  const columns = (cells[0] ?? []).map((_, at) =>
    cells.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  return { people: rows.reduce((sum, row) => sum + row, 0), rows, columns, cells };
}

/** Every table of so many people in so many cells: what a reader may suspect behind what is shown. */
function* everyTable(people: number, height: number, width: number): Generator<PeopleInCells> {
  const cells: number[] = [];
  function* fill(left: number, at: number): Generator<PeopleInCells> {
    if (at === height * width - 1) {
      cells[at] = left;
      yield tableOf(
        Array.from({ length: height }, (_, row) => cells.slice(row * width, (row + 1) * width)),
      );
      return;
    }
    for (let cell = 0; cell <= left; cell += 1) {
      cells[at] = cell;
      yield* fill(left - cell, at + 1);
    }
  }
  yield* fill(people, 0);
}

/** For each number, all values that it has in the tables that agree with what is shown. */
function possibleValues(
  table: PeopleInCells,
  hidden: HiddenNumbers,
  tables: Iterable<PeopleInCells>,
): Set<number>[] {
  const [numbers, isHidden] = [numbersOf(table), hiddenOf(hidden)];
  const values = numbers.map(() => new Set<number>());
  for (const other of tables) {
    const suspected = numbersOf(other);
    if (suspected.every((number, at) => isHidden[at] || number === numbers[at])) {
      for (const [at, number] of suspected.entries()) values[at]?.add(number);
    }
  }
  return values;
}

/** The numbers that a reader can reckon too closely, in words; [] for a safe table. */
function reckoned(
  table: PeopleInCells,
  hidden: HiddenNumbers,
  tables: Iterable<PeopleInCells>,
  threshold: number,
  mostOf: (at: number) => number = () => Infinity,
): string[] {
  const isHidden = hiddenOf(hidden);
  const values = possibleValues(table, hidden, tables);
  return numbersOf(table).flatMap((number, at) => {
    const possible = [...(values[at] ?? [])];
    const [low, high, most] = [Math.min(...possible), Math.max(...possible), mostOf(at)];
    const asks = `${number} of at most ${most}, number ${at}, is ${low} to ${high}`;
    if (number < threshold && (low > 0 || high < threshold)) return [asks];
    if (most - number < threshold && (high < most || low > most - threshold)) return [asks];
    return isHidden[at] === true && low === high ? [`${asks}, and hidden`] : [];
  });
}

function hide(table: PeopleInCells, each: [number, number], threshold: number): HiddenNumbers {
  const hidden = allSteps(hideNumbers(table, each, threshold));
  if (hidden === null) throw new Error('nothing is safe');
  return hidden;
}

/** The sets of so many rows of which one attendee may choose. */
function choicesOf(rows: number, [fewest, most]: readonly [number, number]): number[][] {
  return Array.from({ length: 2 ** rows }, (_, bits) =>
    Array.from({ length: rows }, (_row, row) => Math.floor(bits / 2 ** row) % 2),
  ).filter((chosen) => {
    const size = chosen.reduce((sum, one) => sum + one, 0);
    return size >= fewest && size <= most;
  });
}

/** Every column that so many people can make, each with one of the sets. */
function everyColumn(people: number, choices: readonly number[][]): number[][] {
  const rows = choices[0]?.length ?? 0;
  let columns = [Array.from({ length: rows }, () => 0)];
  for (let person = 0; person < people; person += 1) {
    const more = columns.flatMap((column) =>
      choices.map((chosen) => column.map((cell, row) => cell + (chosen[row] ?? 0))),
    );
    columns = [...new Map(more.map((column) => [column.join(), column])).values()];
  }
  return columns;
}

/** Every table of so many people in each column, who choose rows. */
function everyTableOfChoices(
  people: readonly number[],
  choices: readonly number[][],
): PeopleInCells[] {
  let tables: number[][][] = [[]];
  for (const column of people) {
    const columns = everyColumn(column, choices);
    tables = tables.flatMap((table) => columns.map((one) => [...table, one]));
  }
  return tables.map((columns) => {
    const { rows, cells } = tableOf(
      (columns[0] ?? []).map((_, row) => columns.map((one) => one[row] ?? 0)),
    );
    return { people: people.reduce((sum, one) => sum + one, 0), rows, columns: people, cells };
  });
}

const threshold = fc.integer({ min: 2, max: 4 });

describe('[X14] The numbers that a table hides', () => {
  it('cannot be reckoned back: each small one could be 0, and the threshold or more', () => {
    const cells = fc
      .tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 }))
      .chain(([height, width]) => {
        const cell = fc.oneof(
          fc.constant(0),
          fc.integer({ min: 0, max: height * width > 6 ? 2 : 5 }),
        );
        const row = fc.array(cell, { minLength: width, maxLength: width });
        return fc.array(row, { minLength: height, maxLength: height });
      });
    fc.assert(
      fc.property(cells, threshold, (counts, least) => {
        const table = tableOf(counts);
        fc.pre(table.people >= least);
        const tables = everyTable(table.people, counts.length, table.columns.length);
        expect(reckoned(table, hide(table, [1, 1], least), tables, least)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('cannot be reckoned back where people choose several rows, nor those who chose otherwise', () => {
    const room = fc
      .record({
        rows: fc.integer({ min: 2, max: 3 }),
        most: fc.integer({ min: 2, max: 3 }),
        least: threshold,
      })
      .chain(({ rows, most, least }) => {
        const each: [number, number] = [1, Math.min(most, rows)];
        const fewest = fc.integer({ min: 1, max: each[1] });
        const columns = fc.array(fc.integer({ min: least, max: least + 3 }), {
          minLength: 2,
          maxLength: 2,
        });
        return fc.record({
          ...{ rows: fc.constant(rows), least: fc.constant(least), fewest, columns },
          most: fc.constant(each[1]),
          picks: fc.array(fc.nat(), { minLength: 14, maxLength: 14 }),
        });
      });
    let safe = 0;
    fc.assert(
      fc.property(room, ({ rows, least, fewest, most, columns, picks }) => {
        const choices = choicesOf(rows, [fewest, most]);
        const cells = Array.from({ length: rows }, () => columns.map(() => 0));
        let next = 0;
        for (const [column, people] of columns.entries()) {
          for (let person = 0; person < people; person += 1) {
            const chosen = choices[(picks[next++] ?? 0) % choices.length] ?? [];
            for (const [row, one] of chosen.entries()) {
              const line = cells[row] ?? [];
              line[column] = (line[column] ?? 0) + one;
            }
          }
        }
        const people = columns.reduce((sum, one) => sum + one, 0);
        const table = { people, rows: tableOf(cells).rows, columns, cells };
        const hidden = allSteps(hideNumbers(table, [fewest, most], least));
        if (hidden === null) return;
        safe += 1;
        const tables = everyTableOfChoices(columns, choices);
        const mostOf = (at: number): number =>
          [...cells.flatMap(() => columns), ...cells.map(() => people)][at] ?? Infinity;
        expect(reckoned(table, hidden, tables, least, mostOf)).toEqual([]);
      }),
      { numRuns: 25 },
    );
    expect(safe).toBeGreaterThan(10);
  });

  it('are no more than it takes', () => {
    const table = tableOf([
      [2, 20, 30, 8],
      [40, 9, 50, 30],
      [60, 40, 7, 30],
    ]);
    const hidden = hide(table, [1, 1], 5);
    expect(hidden.cells).toEqual([
      [true, true, false, false],
      [true, true, false, false],
      [false, false, false, false],
    ]);
    expect([...hidden.rows, ...hidden.columns]).not.toContain(true);
  });

  it('are shown again where a later choice made an earlier one needless', () => {
    const table = tableOf([
      [3, 13, 7, 1],
      [25, 22, 0, 3],
      [6, 15, 2, 24],
    ]);
    expect(hide(table, [1, 1], 5).cells).toEqual([
      [true, false, true, true],
      [true, false, true, true],
      [false, false, true, true],
    ]);
  });

  it('are none where all groups are large', () => {
    const hidden = hide(
      tableOf([
        [5, 6],
        [7, 8],
      ]),
      [1, 1],
      5,
    );
    expect(hiddenOf(hidden)).not.toContain(true);
  });

  it('are also the cell that has a whole row, which would tell all others', () => {
    const hidden = hide(
      tableOf([
        [10, 0],
        [8, 9],
      ]),
      [1, 1],
      5,
    );
    expect(hidden.cells.flat()).not.toContain(false);
  });
});
