/** A moment in ISO 8601, or a share from 0 to 1: their formats differ from those of other texts and numbers. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  | { readonly time: string }
  | { readonly share: number };

export interface SheetRow {
  readonly cells: readonly SheetCell[];
  /** true: the names of columns. */
  readonly isHead?: boolean;
}

/** A sheet of the workbook; its rows are made one by one. */
export interface Sheet {
  readonly name: string;
  /** The rows at the top that stay in sight. */
  readonly frozen: number;
  /** The widths of the columns, in characters. */
  readonly widths: readonly number[];
  /** null is no row: so much has been done that all else has its turn. */
  readonly rows: Iterable<SheetRow | null>;
}
