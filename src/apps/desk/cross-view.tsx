import { useId } from 'preact/hooks';
import { count } from '../../lib/count.ts';
import type { CrossedItem, CrossTable } from '../../results/cross-table.ts';
import { rowShare, type ShownGroups, type ShownTable } from '../../results/shown-table.ts';
import { percent } from '../../ui/charts/bars.tsx';
import { Mosaic } from '../../ui/charts/mosaic.tsx';
import { CrossPicture } from './pictures/cross-picture.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { ScrollBox } from './scroll-box.tsx';

interface Props {
  readonly code: string;
  readonly crossed: CrossTable;
  readonly lang: string;
}

/** A table of two questions with counts and row shares, its mosaic, and the reason for each hidden part. */
export function CrossView({ code, crossed, lang }: Props) {
  const { rows, columns, threshold, table } = crossed;
  if (table === null) {
    return (
      <p class="cross-note" role="status">
        Too few people have answered both: a table needs {threshold}, and enough of them in each of
        its groups.
      </p>
    );
  }
  return (
    <section class="cross-result">
      <p class="cross-note" role="status">
        {count(table.people, 'person', 'people')} answered both.
        {hidesNumbers(table) && ` ${hiddenLabel(threshold)}`}
      </p>
      <Table {...{ table, rows, columns, lang }} />
      <Notes {...{ crossed, table, lang }} />
      <Bands {...{ code, crossed, table, lang }} />
    </section>
  );
}

interface TableProps {
  readonly table: ShownTable;
  readonly rows: CrossedItem;
  readonly columns: CrossedItem;
  readonly lang: string;
}

function Table({ table, rows, columns, lang }: TableProps) {
  const heading = useId();
  return (
    <>
      <h2 id={heading}>
        <span lang={lang}>
          <OwnText>{labelOf(rows)}</OwnText>
        </span>{' '}
        by{' '}
        <span lang={lang}>
          <OwnText>{labelOf(columns)}</OwnText>
        </span>
      </h2>
      <ScrollBox heading={heading}>
        <table class="cross-table" aria-labelledby={heading}>
          <ColumnNames names={table.columns.names} lang={lang} />
          <tbody>
            {table.rows.names.map((name, row) => (
              <tr key={name}>
                <th scope="row" lang={lang}>
                  <OwnText>{name}</OwnText>
                </th>
                {table.columns.names.map((column, at) => (
                  <Cell
                    key={column}
                    people={table.cells[row]?.[at] ?? null}
                    share={rowShare(table, row, at)}
                  />
                ))}
                <Cell people={table.rows.people[row] ?? null} share={null} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">All</th>
              {table.columns.names.map((column, at) => (
                <Cell key={column} people={table.columns.people[at] ?? null} share={null} />
              ))}
              <Cell people={table.people} share={null} />
            </tr>
          </tfoot>
        </table>
      </ScrollBox>
    </>
  );
}

function ColumnNames({ names, lang }: { names: readonly string[]; lang: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">
          <span class="visually-hidden">Answer</span>
        </th>
        {names.map((name) => (
          <th key={name} scope="col" lang={lang}>
            <OwnText>{name}</OwnText>
          </th>
        ))}
        <th scope="col">All</th>
      </tr>
    </thead>
  );
}

function Cell({ people, share }: { people: number | null; share: number | null }) {
  if (people === null) {
    return (
      <td class="cross-hidden">
        <span aria-hidden="true">–</span>
        <span class="visually-hidden">hidden</span>
      </td>
    );
  }
  return (
    <td>
      <b>{people}</b>
      {share !== null && <span class="caption"> {percent(share, 1)}</span>}
    </td>
  );
}

/** Notes on answers that are not in the table, and on people who are in it more than once. */
function Notes({ crossed, table, lang }: Omit<BandsProps, 'code'>) {
  const empty = [...table.rows.empty, ...table.columns.empty];
  const leftOut = [...table.rows.leftOut, ...table.columns.leftOut];
  return (
    <div class="cross-notes caption">
      <p>Shares are of the people in a row.</p>
      {crossed.rows.several && <p>People may be in several rows. Totals are people.</p>}
      {crossed.columns.several && <p>People may be in several columns. Totals are people.</p>}
      {empty.length > 0 && <Names label="Nobody here" names={empty} lang={lang} />}
      {leftOut.length > 0 && (
        <Names
          label={`Left out with their people, fewer than ${crossed.threshold} each`}
          names={leftOut}
          lang={lang}
        />
      )}
    </div>
  );
}

interface NamesProps {
  readonly label: string;
  readonly names: ShownGroups['names'];
  readonly lang: string;
}

function Names({ label, names, lang }: NamesProps) {
  return (
    <p>
      {label}:{' '}
      {names.map((name, at) => (
        <span key={at} lang={lang}>
          {at > 0 && ', '}
          <OwnText>{name}</OwnText>
        </span>
      ))}
      .
    </p>
  );
}

interface BandsProps extends Props {
  readonly table: ShownTable;
}

function Bands({ code, crossed: { rows, columns }, table, lang }: BandsProps) {
  if (columns.several) {
    return (
      <p class="cross-note">
        There is no picture of this table: its shares add up to more than all. Swap the questions to
        see one.
      </p>
    );
  }
  if (table.cells.flat().every((people) => people === null)) return null;
  return (
    <>
      <CrossPicture
        {...{ code, lang }}
        title={`${labelOf(rows)} × ${labelOf(columns)}`}
        people={table.people}
      >
        <MosaicOf {...{ table, lang }} />
      </CrossPicture>
      <MosaicOf {...{ table, lang }} />
    </>
  );
}

function MosaicOf({ table, lang }: Pick<BandsProps, 'table' | 'lang'>) {
  return (
    <figure class="cross-mosaic" lang={lang}>
      <Mosaic
        columns={table.columns.names}
        rows={table.rows.names.map((name, row) => ({
          name,
          people: table.rows.people[row] ?? null,
          cells: table.cells[row] ?? [],
        }))}
      />
      <figcaption class="caption" lang="en">
        Each band is as high as its row has people, and each part as wide as its share.
        {hidesNumbers(table) && ' What is hidden is hatched.'}
      </figcaption>
    </figure>
  );
}

function labelOf({ question, item }: CrossedItem): string {
  return item === '' ? question : `${question} · ${item}`;
}

function hidesNumbers({ rows, columns, cells }: ShownTable): boolean {
  return [...rows.people, ...columns.people, ...cells.flat()].includes(null);
}

function hiddenLabel(threshold: number): string {
  return `Numbers of fewer than ${threshold} people are hidden, and others from which these could be reckoned.`;
}
