import type { WideColumn } from './wide-column.ts';

/** The columns of the codebook, in their order. */
export const codebookColumns = [
  'variable',
  'question',
  'item',
  'activity',
  'type',
  'round',
  'status',
  'measure',
  'value',
  'label',
  'missing',
] as const;

/** A line of the codebook: a variable, or one value of a variable with its meaning. */
export type CodebookRow = Readonly<
  Record<(typeof codebookColumns)[number], string | number | null>
>;

/** The codebook as a table: one line for each value that has a label; one for a variable without. */
export function codebookRows(columns: readonly WideColumn[]): CodebookRow[] {
  return columns.flatMap(({ name, values, ...column }) => {
    const { question, item, activity, type, round, status, measure, missing } = column;
    const line = {
      variable: name,
      question,
      item,
      activity,
      type,
      round,
      status,
      measure,
      missing,
    };
    const labelled: readonly Labelled[] =
      values.length > 0 ? values : [{ value: null, label: null }];
    return labelled.map((value) => ({ ...line, ...value }));
  });
}

interface Labelled {
  readonly value: number | null;
  readonly label: string | null;
}
