/** A moment in milliseconds since 1970-01-01 UTC, or a share from 0 to 1: their formats differ from other numbers. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  | { readonly at: number }
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
  readonly rows: Iterable<SheetRow>;
}
