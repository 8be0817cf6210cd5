import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { deckOf, maturity, question } from '../../test/fixtures/small-deck.ts';
import { crossChoices, crossTable, type CrossTable } from './cross-table.ts';
import { rowShare, type ShownTable } from './shown-table.ts';
import { allSteps } from '../lib/all-steps.ts';

const drink = question('poll', {
  id: 'drink',
  question: 'Drink?',
  options: ['Tea', 'Coffee', 'Milk'],
});
const tools = question('poll', {
  ...{ id: 'tools', question: 'Which tools?', options: ['Pen', 'Chalk', 'Screen'] },
  ...{ max: 3, other: true },
});
const capital = question('quiz', {
  ...{ id: 'capital', question: 'Capital?', options: ['Sydney', 'Canberra'], answer: 2 },
});
const water = question('guess', {
  ...{ id: 'water', question: 'Water?', unit: '%', from: 0, to: 100, answer: 71, within: [5] },
  source: 'A survey',
});
const why = question('open-text', { id: 'why', question: 'Why?' });
const secret = question('poll', {
  ...{ id: 'secret', question: 'Secret?', options: ['Yes', 'No'], 'hide-below': 12 },
});
const unasked = question('poll', { id: 'unasked', question: 'Later?', options: ['Yes', 'No'] });

const activities = [drink, maturity, tools, capital, water, why, secret];

/** A session of so many people, of whom some drink tea and the others coffee. */
function sessionOf(tea: number, coffee: number): PureSession {
  const slides = [
    ...activities,
    { ...unasked, settings: { ...unasked.settings, open: 'manual' as const } },
  ];
  const session = new PureSession(deckOf(slides.map((activity) => ({ title: 'One', activity }))));
  for (const [slide] of activities.entries()) session.show(slide);
  for (let person = 0; person < tea + coffee; person += 1) {
    session.answer(`${person}`, 'drink', { choices: [person < tea ? 0 : 1], other: null });
  }
  return session;
}

function crossed(session: PureSession, rows: string, columns: string): CrossTable {
  const table = allSteps(crossTable(session.state, rows, columns));
  if (!table.ok) throw new Error(table.error.message);
  return table.value;
}

function tableOf(session: PureSession, rows: string, columns: string): ShownTable {
  const { table } = crossed(session, rows, columns);
  if (table === null) throw new Error('no table');
  return table;
}

describe('[X15] A table of two questions', () => {
  it('counts each who answered both once, with the share of each row, in the order of the deck', () => {
    const session = sessionOf(20, 12);
    for (let person = 0; person < 30; person += 1) {
      const rating = person < 12 || person > 24 ? 4 : 2;
      session.answer(`${person}`, 'maturity', { ratings: [3, rating] });
    }
    const table = tableOf(session, 'drink', 'maturity:2');
    expect(table.people).toBe(30);
    expect(table.rows).toMatchObject({
      names: ['Tea', 'Coffee'],
      people: [20, 10],
      empty: ['Milk'],
    });
    expect(table.columns.names).toEqual(['2', '4']);
    expect(table.columns.empty).toEqual(['1: Lowest', '3', '5: Highest', "Can't say"]);
    expect(table.cells).toEqual([
      [8, 12],
      [5, 5],
    ]);
  });

  it('has the people who answered both, and not the answers of one who answered again', () => {
    const session = sessionOf(10, 10);
    for (let person = 0; person < 20; person += 1) {
      session.answer(`${person}`, 'capital', { choices: [0] });
      session.answer(`${person}`, 'capital', { choices: [person % 2] });
    }
    const table = tableOf(session, 'drink', 'capital');
    expect(table.cells).toEqual([
      [5, 5],
      [5, 5],
    ]);
    expect(rowShare(table, 0, 1)).toBe(0.5);
    expect(tableOf(session, 'capital:2', 'drink').rows.names).toEqual(['Right', 'Wrong']);
  });

  it('counts people in each of several choices, and margins are people', () => {
    const session = sessionOf(10, 10);
    for (let person = 0; person < 20; person += 1) {
      const choices = person % 2 === 0 ? [0, 1] : [0];
      session.answer(`${person}`, 'tools', { choices: person < 6 ? [2] : choices, other: null });
    }
    const { people, rows, columns } = tableOf(session, 'drink', 'tools');
    expect(people).toBe(20);
    expect(rows.people).toEqual([10, 10]);
    expect(columns.names).toEqual(['Pen', 'Chalk', 'Screen']);
    expect(columns.people.every((one) => one === null || one <= 20)).toBe(true);
    expect(tableOf(session, 'tools', 'drink').rows).toEqual(columns);
  });

  it('has few classes for numbers, and who answered for texts', () => {
    const session = sessionOf(20, 20);
    for (let person = 0; person < 40; person += 1) {
      session.answer(`${person}`, 'water', { guess: person * 2 });
      if (person % 2 === 0) session.answer(`${person}`, 'why', { choice: null, text: 'So' });
    }
    expect(tableOf(session, 'why', 'water').columns.names).toEqual([
      'Up to 19.5%',
      'Over 19.5 to 39%',
      'Over 39 to 58.5%',
      'Over 58.5%',
    ]);
    const { rows, cells } = tableOf(session, 'why', 'drink');
    expect(rows).toMatchObject({ names: ['Answered', 'Not answered'], people: [20, 20] });
    expect(cells).toEqual([
      [10, 10],
      [10, 10],
    ]);
  });

  it('offers what was asked, with every item of it', () => {
    const session = sessionOf(1, 0);
    session.answer('0', 'capital', { choices: [0] });
    const { questions } = allSteps(crossChoices(session.state));
    expect(questions.map(({ activity, items }) => [activity, items])).toEqual([
      ['drink', ['']],
      ['maturity', ['Data', 'People']],
      ['tools', ['', 'Pen', 'Chalk', 'Screen', 'Other']],
      ['capital', ['', 'Right or wrong']],
      ['water', ['']],
      ['why', ['']],
      ['secret', ['']],
    ]);
  });

  it.each([
    ['drink', 'drink', 'same-question'],
    ['drink', 'drink:1', 'same-question'],
    ['drink', 'unasked', 'unknown-question'],
    ['drink:2', 'why', 'unknown-question'],
    ['drink:', 'why', 'unknown-question'],
    ['__proto__', 'why', 'unknown-question'],
  ])('refuses %s by %s in words', (rows, columns, name) => {
    expect(allSteps(crossTable(sessionOf(9, 9).state, rows, columns))).toMatchObject({
      error: { name, message: expect.stringMatching(/\w+ \w+.*\.$/) },
    });
  });
});

describe('[X16] A table of few people', () => {
  it.each([
    [4, 'why', null],
    [5, 'why', 5],
  ])('of %i is shown or not, with a threshold of 5 at least', (tea, columns, people) => {
    const session = sessionOf(tea, 0);
    session.answer('0', columns, { choice: null, text: 'So' });
    expect(crossed(session, 'drink', columns)).toMatchObject({
      threshold: 5,
      table: people === null ? null : { people },
    });
  });

  it('is not shown of nobody', () => {
    expect(crossed(sessionOf(9, 9), 'drink', 'water').table).toBeNull();
  });

  it('is not shown below the most careful `hide-below` of both', () => {
    const session = sessionOf(11, 0);
    for (let person = 0; person < 11; person += 1) {
      session.answer(`${person}`, 'secret', { choices: [0], other: null });
    }
    expect(crossed(session, 'drink', 'secret')).toMatchObject({ threshold: 12, table: null });
  });
});
