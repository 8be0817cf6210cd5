import type { Variable } from '../activities/contract.ts';
import type { ResultStatus } from '../session/result-rows.ts';

export type Cell = string | number | null;

/** A column of the wide table, as the codebook describes it. */
export interface WideColumn extends Pick<Variable, 'measure' | 'values'> {
  /** Fit for SPSS, R and pandas, and unique in the table. */
  readonly name: string;
  /** Its wording in the deck; a description in English where the column belongs to no question. */
  readonly question: string;
  /** Its part of the question; '' for the whole of it. */
  readonly item: string;
  /** The question's id; '' for a column that belongs to none. */
  readonly activity: string;
  readonly type: string;
  readonly round: number | null;
  readonly status: ResultStatus | null;
  /** The meaning of an empty cell. */
  readonly missing: string;
}
