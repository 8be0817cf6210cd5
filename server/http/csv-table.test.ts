import { expect, it } from 'vitest';
import { readCsv } from '../../test/e2e/read-csv.ts';
import { csvTable } from './csv-table.ts';

it('[X8] writes semicolons and decimal commas for spreadsheets that expect them', () => {
  const rows = [
    ['a;b', -0.5, 1_234_567.25, true],
    ['=1+1', 3, null, false],
  ];
  const [text] = [...csvTable(['text', 'half', 'much', 'is'], rows, 'excel')];
  expect(text).toBe(
    '\uFEFF"text";"half";"much";"is"\r\n"a;b";"-0,5";"1234567,25";"true"\r\n"\'=1+1";"3";"";"false"\r\n',
  );
});

it('[X24] reads rows only as its pieces are taken, and is whole in the end', () => {
  let read = 0;
  function* rows(): Generator<readonly number[], undefined> {
    for (; read < 1_000; read += 1) yield [read];
  }
  const pieces = csvTable(['number'], rows(), 'comma');
  const first = pieces.next().value ?? '';
  expect(read).toBeLessThan(200);
  const all = readCsv(first + [...pieces].join(''));
  expect(all.map(({ number }) => Number(number))).toEqual(
    Array.from({ length: 1_000 }, (_, at) => at),
  );
});

it('[X6] has a head also where there are no rows', () => {
  expect([...csvTable(['one', 'two'], [], 'comma')]).toEqual(['\uFEFF"one","two"\r\n']);
});
