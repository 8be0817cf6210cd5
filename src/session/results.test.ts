import { describe, expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { tea } from '../../test/fixtures/small-deck.ts';
import { report } from './results.ts';
import { resultColumns } from './result-rows.ts';

describe('the results of a session', () => {
  const played = new PureSession();
  played.show(1);
  played.answer('a', 'tea', yes);
  played.show(4);
  played.answer('a', 'maturity', { ratings: [4, 'cannot-say'] });
  played.answer('b', 'maturity', { ratings: [null, 2] });
  const { rows, activities, session } = report(played.state);

  it('[X1] are one row for each attendee, question and item', () => {
    const keys = rows.map(({ attendee, activity, item }) => `${attendee} ${activity} ${item}`);
    expect(keys).toEqual(['a tea ', 'a maturity Data', 'a maturity People', 'b maturity People']);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('[X6] give questions and choices as texts, and times in ISO 8601 UTC', () => {
    expect(rows[0]).toEqual({
      session: '123456',
      activity: 'tea',
      type: 'poll',
      question: 'Tea?',
      question_hash: tea.hash,
      round: 1,
      status: 'current',
      again: '',
      points: null,
      team: '',
      attendee: 'a',
      item: '',
      value: 1,
      choice: 'Yes',
      text: '',
      correct: null,
      answered_at: '1970-01-01T00:00:04.000Z',
      deck: 'small',
      session_name: '',
      session_start: '1970-01-01T00:00:01.000Z',
      slide: 2,
      slide_title: 'First',
      before_after: '',
    });
  });

  it("[X6] hold a rating's number, and none where an attendee can't say", () => {
    expect(rows.map(({ value }) => value)).toEqual([1, 4, null, 2]);
    expect(rows[2]?.choice).toBe("Can't say");
  });

  it('[X6] have the documented columns and no others', () => {
    for (const row of rows) expect(Object.keys(row)).toEqual([...resultColumns]);
  });

  it('[X6] [V7] hold every question with its tally, also those nobody answered', () => {
    expect(activities.map(({ id, answered }) => [id, answered])).toEqual([
      ['tea', 1],
      ['vote', 0],
      ['maturity', 2],
    ]);
    expect(activities[0]?.tally).toMatchObject({ counts: [1, 0] });
  });

  it('[X6] have the accent of each question, so that its chart has the same hue everywhere', () => {
    const accents = played.state.deck.activities.map(({ accent }) => accent);
    expect(activities.map(({ accent }) => accent)).toEqual(accents);
  });

  it('[A4] never hold the secret that signs identities', () => {
    expect(Object.keys(session)).not.toContain('secret');
  });
});
