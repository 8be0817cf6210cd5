import { describe, expect, it } from 'vitest';
import { deckOf, maturity, question, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { codebookRows } from './codebook.ts';
import { wideTable } from './wide-table.ts';

const quiz = question('quiz', {
  ...{ id: 'capital', question: 'Capital?', options: ['Sydney', 'Canberra'], answer: 2 },
});
const several = question('poll', {
  ...{ id: 'drinks', question: 'Drinks?', options: ['Tea', 'Milk'], max: 2, other: true },
});
const single = question('poll', {
  ...{ id: 'own', question: 'Own?', options: ['Tea', 'Milk'], other: true },
});

const deck = deckOf(
  [tea, quiz, several, single, maturity].map((activity) => ({ title: activity.id, activity })),
);

/** The rows of a session's wide table, by the names of its columns. */
function rowsOf(session: PureSession): Record<string, unknown>[] {
  const { columns, rows } = wideTable(session.state);
  return [...rows()]
    .filter((row) => row !== null)
    .map((row) => Object.fromEntries(columns.map(({ name }, place) => [name, row[place]])));
}

describe('[X22] the wide table', () => {
  const session = new PureSession(deck);
  session.show(0);
  session.answer('a', 'tea', { choices: [1], other: null });
  session.show(1);
  session.answer('a', 'capital', { choices: [1] });
  session.answer('b', 'capital', { choices: [0] });
  session.show(2);
  session.answer('a', 'drinks', { choices: [0], other: 'Juice' });
  session.show(3);
  session.answer('b', 'own', { choices: [], other: 'Water' });
  session.show(4);
  session.answer('b', 'maturity', { ratings: [4, 'cannot-say'] });
  const rows = rowsOf(session);

  it('has a row for each attendee, and numbers for choices', () => {
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ attendee: 'a', tea: 2, capital: 2, own_1: null });
    expect(rows[1]).toMatchObject({ attendee: 'b', tea: null, capital: 1, own_1: 3 });
    expect(rows.map((row) => row['own_2'])).toEqual([null, 'Water']);
  });

  it('says of each option where several may be chosen, and nothing of those who did not answer', () => {
    const [chosen, ...others] = rows.map((row) => [1, 2, 3, 4].map((at) => row[`drinks_${at}`]));
    expect(chosen).toEqual([1, 0, 1, 'Juice']);
    expect(others).toEqual([[null, null, null, null]]);
  });

  it("has can't say apart from the levels", () => {
    const { columns } = wideTable(session.state);
    const own = columns.filter(({ activity }) => activity === 'maturity');
    expect(own.map(({ item }) => item)).toEqual([
      ...['Data', "Data: can't say", 'People', "People: can't say"],
    ]);
    expect(own.map(({ name }) => rows[1]?.[name])).toEqual([4, 0, null, 1]);
  });

  it('says what is correct', () => {
    expect(rows.map((row) => row['capital_correct'])).toEqual([1, 0]);
  });

  it('keeps answers to an earlier wording apart', () => {
    const reworded = new PureSession(deck);
    reworded.show(0);
    reworded.answer('a', 'tea', { choices: [1], other: null });
    const other = question('poll', { id: 'tea', question: 'More tea?', options: ['Yes', 'No'] });
    reworded.do({ type: 'deck:revise', deck: deckOf([{ title: 'Tea', activity: other }]) });
    const [row] = rowsOf(reworded);
    expect(row).toMatchObject({ tea: null, tea_round_1: 2 });
  });

  it('has a codebook with the meaning of each value', () => {
    const lines = codebookRows(wideTable(session.state).columns);
    const own = lines.filter(({ variable }) => variable === 'own_1');
    expect(own.map(({ value, label }) => [value, label])).toEqual([
      [1, 'Tea'],
      [2, 'Milk'],
      [3, 'Other'],
    ]);
    expect(own[0]).toMatchObject({ question: 'Own?', measure: 'nominal', type: 'poll' });
    const [text] = lines.filter(({ variable }) => variable === 'own_2');
    expect(text).toMatchObject({ measure: 'text', value: null, item: 'Other' });
  });
});
