import type { Variable } from '../activities/contract.ts';
import { spreadOfValues, type Spread } from '../lib/stats.ts';
import type { Cell } from './wide-column.ts';

/** The attendees with one answer, and their share of all who answered that part. */
export interface AnswerCount {
  readonly value: Cell;
  readonly label: string;
  readonly people: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** The answers to one part of a question, counted. */
export interface PartSummary {
  readonly item: string;
  /** The attendees who answered it. */
  readonly people: number;
  /** One for each coded value, also for one that nobody chose; each written text; empty for amounts. */
  readonly counts: readonly AnswerCount[];
  /** Of amounts and of values in an order; null for others. */
  readonly numbers: (Spread & { mean: number; least: number; most: number }) | null;
}

/** The summary of a variable from its cells, one for each attendee. */
export function summarise(
  { item, measure, values }: Pick<Variable, 'item' | 'measure' | 'values'>,
  cells: readonly Cell[],
): PartSummary {
  const given = cells.filter((cell) => cell !== null);
  const people = given.length;
  const byValue = new Map<Cell, number>();
  for (const cell of given) byValue.set(cell, (byValue.get(cell) ?? 0) + 1);
  const line = (value: Cell, label: string): AnswerCount => {
    const count = byValue.get(value) ?? 0;
    return { value, label, people: count, share: people === 0 ? 0 : count / people };
  };
  const texts = [...byValue].sort(([, one], [, other]) => other - one);
  const counts =
    measure === 'text'
      ? texts.map(([text]) => line(text, String(text)))
      : values.map(({ value, label }) => line(value, label));
  const hasNumbers = measure === 'ordinal' || measure === 'scale';
  return { item, people, counts, numbers: hasNumbers ? numbersOf(given) : null };
}

function numbersOf(cells: readonly Cell[]): PartSummary['numbers'] {
  const numbers = cells.filter((cell) => typeof cell === 'number');
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  const spread = spreadOfValues(counts);
  if (spread === null) return null;
  const sorted = [...counts.keys()].sort((one, other) => one - other);
  return {
    ...spread,
    mean: numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
    least: sorted[0] ?? 0,
    most: sorted.at(-1) ?? 0,
  };
}
