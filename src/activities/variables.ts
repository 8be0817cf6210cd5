import type { ResultItem, Variable } from './contract.ts';

const NOTHING_CODED: Variable['values'] = [];
const YES_OR_NO: Variable['values'] = [
  { value: 0, label: 'No' },
  { value: 1, label: 'Yes' },
];

/** Choices in their order, coded from 1. */
export function coded(labels: readonly string[]): Variable['values'] {
  return labels.map((label, index) => ({ value: index + 1, label }));
}

/** The code of an item. */
export function codeOf(
  item: string,
  values: Variable['values'],
  measure: 'nominal' | 'ordinal' = 'nominal',
): Variable {
  return { item, measure, values, cell: (items) => find(items, item)?.value ?? null };
}

/** The number of an item. */
export function numberOf(item: string): Variable {
  return { ...codeOf(item, NOTHING_CODED), measure: 'scale' };
}

/** The text that was written for an item. */
export function textOf(item: string, label = item): Variable {
  return {
    ...{ item: label, measure: 'text', values: NOTHING_CODED },
    cell: (items) => find(items, item)?.text || null,
  };
}

/** The answer to an item in words. */
export function choiceOf(item: string): Variable {
  return {
    ...{ item, measure: 'text', values: NOTHING_CODED },
    cell: (items) => find(items, item)?.choice || null,
  };
}

/** 1 for an item that was chosen, 0 for one that was not. */
export function flagOf(item: string, isChosen: (line: ResultItem) => boolean): Variable {
  return {
    ...{ item, measure: 'nominal', values: YES_OR_NO },
    cell: (items) => Number(items.some(isChosen)),
  };
}

function find(items: readonly ResultItem[], item: string): ResultItem | undefined {
  return items.find((one) => one.item === item);
}
