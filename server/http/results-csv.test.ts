import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { readCsv } from '../../test/e2e/read-csv.ts';
import { report } from '../../src/session/results.ts';
import type { ResultRow } from '../../src/session/result-rows.ts';
import { resultsCsv as piecesOf } from './results-csv.ts';

const resultsCsv = (rows: readonly ResultRow[]): string => [...piecesOf(rows)].join('');

const STARTS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const formulas = STARTS.map((start) => `${start}HYPERLINK("http://x","y")&1+1,2`);
const textColumns = ['activity', 'question', 'item', 'choice', 'text'] as const;

const BETWEEN = [',', ';', '\t', '|', '\n', '\r\n', '\v', '\u2028'];

/** The cells of a file for programs that take another separator, with quotes and without regard to them. */
function cellsInAnyReading(csv: string): string[] {
  return [',', ';', '\t', '|'].flatMap((separator) => [
    ...csv.split(new RegExp(`[${separator}\r\n\v\u2028]`)),
    ...cellsBetween(csv, separator),
  ]);
}

/** A lenient reader: what follows a closing quote belongs to the cell. */
function cellsBetween(csv: string, separator: string): string[] {
  const cell = `(?:"((?:[^"]|"")*)(?:"|$))?([^${separator}\\r\\n]*)`;
  return [...csv.matchAll(new RegExp(`(?<=^|[${separator}\\r\\n])${cell}`, 'g'))].map(
    ([, quoted = '', bare]) => quoted.replaceAll('""', '"') + bare,
  );
}

/** The judgement of a spreadsheet, which leaves blanks and quotes at the start aside. */
function beginsFormula(cell: string): boolean {
  const [first = ''] = cell.replace(/^[\uFEFF" ]+/, '');
  return ['=', '+', '-', '@', '＝', '＋', '－', '＠'].includes(first);
}

const row: ResultRow = {
  ...{ session: '123456', activity: 'tea', type: 'poll', question: 'Tea?', question_hash: '0a' },
  ...{
    round: 1,
    status: 'current',
    again: '',
    attendee: '0b',
    item: '',
    value: 1,
    choice: 'Yes',
    text: '',
  },
  ...{ correct: null, answered_at: '2026-01-01T00:00:00.000Z', points: null, team: '' },
  ...{ deck: 'small', session_name: '', session_start: '2026-01-01T00:00:00.000Z' },
  ...{ slide: 2, slide_title: 'Tea', before_after: '' },
};

describe('an export as CSV', () => {
  it('[X3] [X8] has no formula in any column, with any separator', () => {
    const part = fc.oneof(fc.constantFrom(...STARTS, ...BETWEEN, '"', ' ', "'"), fc.string());
    const text = fc.array(part, { maxLength: 7 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...textColumns), text, (column, written) => {
        const csv = resultsCsv([{ ...row, [column]: written }, row]);
        const records = readCsv(csv);
        expect(records).toHaveLength(2);
        const cell = records[0]?.[column] ?? '';
        expect(STARTS.some((start) => cell.startsWith(start))).toBe(false);
        expect(cell.replaceAll("'", '')).toBe(written.replaceAll("'", ''));
        expect(cellsInAnyReading(csv).filter(beginsFormula)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['ok;=cmd|x', "ok;'=cmd|x"],
    ['ok, -5', "ok, '-5"],
    ['ok;"=1+1"', `ok;"'=1+1"`],
    ['first\n+1\n\t@x', "first\n'+1\n'\t'@x"],
    ['=1', "'=1"],
    [' \u200b=1', " \u200b'=1"],
    ['a\u2028＝1', "a\u2028'＝1"],
  ])('[X8] has %j with an apostrophe before each start of a formula', (written, guarded) => {
    expect(readCsv(resultsCsv([{ ...row, text: written }]))[0]?.text).toBe(guarded);
  });

  it.each([
    '1+1=2',
    'well-known; a=b',
    'a, b; c\nd',
    'it’s 5 - 3',
    "'quoted'",
    'mail@example.org',
    '',
  ])('[X6] has the honest text %j as it was written', (written) => {
    expect(readCsv(resultsCsv([{ ...row, text: written }]))[0]?.text).toBe(written);
  });

  it('[X8] quotes every field, an empty one too', () => {
    const lines = resultsCsv([row]).replace('\uFEFF', '').trimEnd().split('\r\n');
    for (const line of lines) expect(line).toMatch(/^"[^"]*"(,"[^"]*"){22}$/);
  });

  it('[X3] keeps numbers as numbers, even negative ones', () => {
    const values = [-5, -0.5, 0, 7].map((value) => ({ ...row, value }));
    expect(readCsv(resultsCsv(values)).map(({ value }) => value)).toEqual(['-5', '-0.5', '0', '7']);
  });

  it('[X3] [X1] is harmless with any text of deck and attendees, which JSON has unchanged', () => {
    for (const formula of formulas.filter((one) => one === one.trim())) {
      const activities = [
        question('poll', {
          ...{ id: 'own', question: formula, options: [formula, 'No'], other: true, max: 2 },
        }),
        question('open-text', { id: 'words', question: formula, options: [formula, 'No'] }),
        question('rating', { id: 'rows', question: formula, rows: [formula, 'Else'] }),
        question('guess', {
          ...{ id: 'below', question: 'How cold?', unit: formula, from: -50, to: 50, answer: -5 },
          ...{ within: [5], source: formula },
        }),
      ];
      const deck = deckOf(activities.map((activity) => ({ title: formula, activity })));
      const session = new PureSession(deck);
      for (const [h] of activities.entries()) session.show(h);
      session.answer('0a', 'own', { choices: [0], other: formula });
      session.answer('0a', 'words', { choice: 0, text: formula });
      session.answer('0a', 'rows', { ratings: [1, null] });
      session.answer('0a', 'below', { guess: -7 });
      const { rows } = report(session.state);
      const cells = readCsv(resultsCsv(rows)).flatMap((record) => Object.values(record));
      expect(cells.filter((cell) => STARTS.some((start) => cell.startsWith(start)))).toEqual([
        '-7',
      ]);
      expect(rows.filter(({ text }) => text === formula)).toHaveLength(2);
    }
  });
});
