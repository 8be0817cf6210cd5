import {
  feasibleChange,
  networkOf,
  type Arc,
  type Need,
  type Network,
  type Price,
} from './feasible-change.ts';
import type { PeopleInCells } from './people-in-cells.ts';

/** The numbers of a table that are not shown. */
export interface HiddenNumbers {
  readonly rows: readonly boolean[];
  readonly columns: readonly boolean[];
  readonly cells: readonly (readonly boolean[])[];
}

/** The cells of a table row by row, its rows, its columns and the total, as a network. */
interface TableNetwork {
  readonly network: Network;
  /** The price of hiding each number; 0 for one that is no part of the table, `Infinity` for one that is always shown. */
  readonly prices: readonly number[];
  /** The changes that have to seem possible, of numbers that must not be shown. */
  readonly needs: readonly Need[];
}

/**
 * The numbers to hide so that a reader of all others can reckon none of fewer people than `threshold`:
 * it could be 0, and it could be `threshold` or more. These are hidden, zeros too, and further ones until
 * all of them are safe, those of few people first; margins last. The cheapest ways come first, and numbers
 * that prove not to be needed are shown after all (J. P. Kelly, B. L. Golden and A. A. Assad, "Cell
 * suppression: disclosure protection for sensitive tabular data", Networks 22, 1992, 397–417).
 *
 * @param each the fewest and the most rows that one attendee is in; each is in one column. With several
 * rows, all columns need `threshold` people.
 * Yields between steps, each of which takes a millisecond or two.
 *
 * @returns null where no choice of numbers is safe
 */
export function* hideNumbers(
  table: PeopleInCells,
  each: readonly [fewest: number, most: number],
  threshold: number,
): Generator<undefined, HiddenNumbers | null> {
  const asNetwork =
    each[1] === 1 ? ofOneRowEach(table, threshold) : ofSeveralRows(table, each, threshold);
  const hidden = new Set(asNetwork.needs.map(({ arc }) => arc));
  const met = yield* hideMore(asNetwork, hidden);
  if (met === null) return null;
  yield* showUnneeded(asNetwork, hidden, met);
  const width = table.columns.length;
  const margins = table.cells.length * width;
  return {
    cells: table.cells.map((row, at) => row.map((_, column) => hidden.has(at * width + column))),
    rows: table.rows.map((_, row) => hidden.has(margins + row)),
    columns: table.columns.map((_, column) => hidden.has(margins + table.rows.length + column)),
  };
}

/** A need, and the arcs that change with its own. */
interface MetNeed {
  readonly need: Need;
  readonly arcs: ReadonlySet<number>;
}

/** Hides numbers, in place, until all needs are met; null if they cannot be. */
function* hideMore(
  { network, prices, needs }: TableNetwork,
  hidden: Set<number>,
): Generator<undefined, MetNeed[] | null> {
  const price: Price = (arc) => (hidden.has(arc) ? 0 : (prices[arc] ?? Infinity));
  const met: MetNeed[] = [];
  for (const need of needs) {
    const changed = feasibleChange(network, need, price);
    if (changed === null) return null;
    for (const arc of changed) if (prices[arc] !== 0) hidden.add(arc);
    met.push({ need, arcs: changed });
    yield;
  }
  return met;
}

/** Shows numbers again, in place, the largest first, where all needs are met without hiding them. */
function* showUnneeded(
  { network, prices, needs }: TableNetwork,
  hidden: Set<number>,
  met: readonly MetNeed[],
): Generator<undefined, void> {
  const priceOf = (arc: number): number => prices[arc] ?? 0;
  const price: Price = (arc) => (hidden.has(arc) || prices[arc] === 0 ? 0 : Infinity);
  const small = new Set(needs.map(({ arc }) => arc));
  const further = [...hidden].filter((arc) => !small.has(arc));
  const ways = new Map(met.map((one) => [one.need, one.arcs]));
  for (const arc of further.toSorted((a, b) => priceOf(b) - priceOf(a) || a - b)) {
    hidden.delete(arc);
    const others = yield* otherWays(network, arc, ways, price);
    if (others === null) hidden.add(arc);
    else for (const [need, changed] of others) ways.set(need, changed);
  }
}

/** The ways of all needs, without one arc; null where one of them has no other way. */
function* otherWays(
  network: Network,
  arc: number,
  ways: ReadonlyMap<Need, ReadonlySet<number>>,
  price: Price,
): Generator<undefined, readonly (readonly [Need, ReadonlySet<number>])[] | null> {
  const others: [Need, ReadonlySet<number>][] = [];
  for (const [need, used] of ways) {
    if (!used.has(arc)) continue;
    const changed = feasibleChange(network, need, price);
    if (changed === null) return null;
    others.push([need, changed]);
    yield;
  }
  return others;
}

/** Everybody is in one row and one column: margins are sums, and the total is shown. */
function ofOneRowEach(table: PeopleInCells, threshold: number): TableNetwork {
  const { people } = table;
  const numbers = arcsOf(table, table.columns, () => [0, Infinity]);
  return {
    network: networkOf([...numbers, totalOf(table, people, [people, people])]),
    prices: [...pricesOf(table, (column) => column + people), Infinity],
    needs: numbers.flatMap(({ flow }, arc) => needsOf(arc, flow, Infinity, threshold)),
  };
}

/**
 * Everybody is in one column and may be in several rows. Each cell is at most its column's people, the
 * choices in a column lie between the fewest and the most that these may make, and both a row's people
 * and those who are not in it are counts that must not be reckoned. Columns are always shown.
 */
function ofSeveralRows(
  table: PeopleInCells,
  [fewest, most]: readonly [number, number],
  threshold: number,
): TableNetwork {
  const choices = table.columns.map((_, at) =>
    table.cells.reduce((sum, row) => sum + (row[at] ?? 0), 0),
  );
  const total = choices.reduce((sum, one) => sum + one, 0);
  const highest = [
    ...table.cells.flatMap(() => table.columns),
    ...table.rows.map(() => table.people),
  ];
  const numbers = arcsOf(table, choices, (at, flow) => {
    const column = table.columns[at - highest.length];
    if (column === undefined) return [0, highest[at] ?? 0];
    return [Math.min(flow, fewest * column), Math.max(flow, most * column)];
  });
  return {
    network: networkOf([...numbers, totalOf(table, total, [0, Infinity])]),
    prices: [...pricesOf(table, () => 0), 0],
    needs: highest.flatMap((high, arc) => needsOf(arc, numbers[arc]?.flow ?? 0, high, threshold)),
  };
}

/** The changes that hide a number of few people, and one that lacks few people to the most it can be. */
function needsOf(arc: number, flow: number, high: number, threshold: number): Need[] {
  const lacking = high - flow;
  const few = flow < threshold ? { up: threshold - flow, down: flow } : NOTHING;
  const nearlyAll = lacking < threshold ? { up: lacking, down: threshold - lacking } : NOTHING;
  if (few === NOTHING && nearlyAll === NOTHING) return [];
  return [
    { arc, by: 1, size: Math.max(few.up, nearlyAll.up) },
    { arc, by: -1, size: Math.max(few.down, nearlyAll.down) },
  ];
}

const NOTHING = { up: 0, down: 0 };

type Bounds = readonly [low: number, high: number];

/** Nodes: 0 where all flow comes from, then the rows, then the columns, then where it goes to. */
function arcsOf(
  { rows, cells }: PeopleInCells,
  columns: readonly number[],
  boundsOf: (at: number, flow: number) => Bounds,
): Arc[] {
  const [firstColumn, end] = [rows.length + 1, rows.length + columns.length + 1];
  const ends = [
    ...cells.flatMap((row, at) =>
      row.map((flow, column) => ({ from: at + 1, to: firstColumn + column, flow })),
    ),
    ...rows.map((flow, row) => ({ from: 0, to: row + 1, flow })),
    ...columns.map((flow, column) => ({ from: firstColumn + column, to: end, flow })),
  ];
  return ends.map((arc, at) => {
    const [low, high] = boundsOf(at, arc.flow);
    return { ...arc, low, high };
  });
}

function totalOf({ rows, columns }: PeopleInCells, flow: number, [low, high]: Bounds): Arc {
  return { from: rows.length + columns.length + 1, to: 0, flow, low, high };
}

/** A cell costs its people, and a margin more than any cell; `column` says what a column costs. */
function pricesOf(
  { people, rows, columns, cells }: PeopleInCells,
  column: (people: number) => number,
): number[] {
  return [
    ...cells.flat().map((cell) => cell + 1),
    ...rows.map((row) => row + people),
    ...columns.map(column),
  ];
}
