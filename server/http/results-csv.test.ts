import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { readCsv } from '../../test/e2e/read-csv.ts';
import { report, type ResultRow } from '../../src/session/results.ts';
import { resultsCsv } from './results-csv.ts';

const STARTS = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
const formulas = STARTS.map((start) => `${start}HYPERLINK("http://x","y")&1+1,2`);
const textColumns = ['activity', 'question', 'item', 'choice', 'text'] as const;

const row: ResultRow = {
  ...{ session: '123456', activity: 'tea', type: 'poll', question: 'Tea?', question_hash: '0a' },
  ...{ round: 1, status: 'current', attendee: '0b', item: '', value: 1, choice: 'Yes', text: '' },
  ...{ correct: null, answered_at: '2026-01-01T00:00:00.000Z' },
};

describe('an export as CSV', () => {
  it('[X3] has no formula in any column', () => {
    const part = fc.oneof(fc.constantFrom(...STARTS, '\n', '"', ',', '\r\n'), fc.string());
    const text = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...textColumns), text, (column, written) => {
        const records = readCsv(resultsCsv([{ ...row, [column]: written }, row]));
        expect(records).toHaveLength(2);
        const [read] = records;
        const cell = read?.[column] ?? '';
        expect(STARTS.some((start) => cell.startsWith(start))).toBe(false);
        expect([written, `'${written}`]).toContain(cell);
      }),
      { numRuns: 1_000 },
    );
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
