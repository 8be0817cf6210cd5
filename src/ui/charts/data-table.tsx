import type { ComponentChildren } from 'preact';

export interface DataTableProps {
  readonly caption: string;
  /** The name of each column. */
  readonly columns: readonly string[];
  /** One list of cells for each row; the first cell names the row. */
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A chart's data as a table: for screen readers, and in a report for everybody. */
export function DataTable({ caption, columns, rows }: DataTableProps): ComponentChildren {
  return (
    <div class="data-table visually-hidden">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], index) => (
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
