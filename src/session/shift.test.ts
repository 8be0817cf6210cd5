import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { compileDeck } from '../deck/compile-deck.ts';
import type { Deck } from '../deck/deck.ts';
import type { Json } from '../lib/json.ts';
import type { Shift } from '../lib/shift.ts';
import { measureLabel } from '../ui/charts/shift-labels.ts';
import { attendeeSnapshot, consoleSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';
import { recountShifts } from './shift-tally.ts';

const fences = (type: string, first: string, again = '') => `
\`\`\`${type}
id: before
${first}
\`\`\`

---

\`\`\`${type}
id: after
again: before
${again}
\`\`\`
`;

const tea = 'question: Tea?\noptions: [Yes, No]';

function compiled(type: string, first: string, again = ''): Deck {
  const { deck, problems } = compileDeck('x', [{ file: 'x.md', text: fences(type, first, again) }]);
  if (deck === null) throw new Error(JSON.stringify(problems));
  return deck;
}

/** A session in which everybody answers the first question, then the second, by attendee. */
function answered<Answer extends Json>(
  deck: Deck,
  answers: Readonly<Record<string, readonly [Answer | null, Answer | null]>>,
): PureSession {
  const session = new PureSession(deck);
  for (const [slide, activity] of ['before', 'after'].entries()) {
    session.show(slide);
    for (const [attendee, pair] of Object.entries(answers)) {
      if (pair[slide] != null) session.answer(attendee, activity, pair[slide]);
    }
  }
  return session;
}

const stageShift = (session: PureSession): Shift | null | undefined =>
  stageSnapshot(session.state).activities[1]?.shift;

describe('[S77] a question that is asked again', () => {
  it('has the wording and the options of the first, and may say its own question', () => {
    const { activities } = compiled('poll', `${tea}\nhide-below: 3`, 'question: And now?');
    expect(activities[1]).toMatchObject({
      ...{ id: 'after', again: 'before', question: 'And now?', content: activities[0]?.content },
      settings: { minAnswers: 3 },
    });
  });

  it.each([
    ['again: nothing', 'There is no earlier question "nothing" to ask again'],
    ['again: before\noptions: [A, B]', '"options" is that of "before"'],
  ])('is a mistake with %j', (lines, message) => {
    const text = fences('poll', tea).replace('again: before', lines);
    const { problems } = compileDeck('x', [{ file: 'x.md', text }]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  it('tells a mistake once that it has from the first', () => {
    const { problems } = compileDeck('x', [
      { file: 'x.md', text: fences('poll', `${tea}\nmax: 9`) },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([6]);
  });

  it('is a mistake in another type', () => {
    const text = fences('poll', tea).replace(/poll(?=\nid: after)/, 'quiz');
    const { problems } = compileDeck('x', [{ file: 'x.md', text }]);
    expect(problems.map(({ message }) => message)).toEqual([
      '"before" is a poll: ask it again as one, not as a quiz',
    ]);
  });

  it('shows who moved where, of those who answered both', () => {
    const session = answered(compiled('poll', tea), {
      ...{ a: [no, yes], b: [no, yes], c: [yes, yes], d: [no, no] },
      ...{ late: [null, yes], gone: [no, null] },
    });
    expect(stageShift(session)).toMatchObject({
      pairs: 4,
      moves: [
        [1, 0],
        [2, 1],
      ],
      items: [
        {
          item: 'Yes',
          change: { before: 0.25, after: 0.75, moved: { rose: 2, same: 2, fell: 0 } },
        },
        { item: 'No', change: { before: 0.75, after: 0.25 } },
      ],
    });
  });

  it('compares numbers row by row, without rows that were left out', () => {
    const row = (data: number | null, people: number | null) => ({ ratings: [data, people] });
    const deck = compiled('rating', 'question: How far?\nrows: [Data, People]\nhide-below: 1');
    const session = answered(deck, {
      a: [row(1, 2), row(3, 2)],
      b: [row(2, 2), row(3, null)],
    });
    const shift = stageShift(session);
    expect(shift && measureLabel(shift)).toBe(
      'Mean level, of the 1 to 2 who gave a value both times',
    );
    expect(shift?.items).toMatchObject([
      { item: 'Data', change: { before: 1.5, after: 3, pairs: 2, interval: null } },
      { item: 'People', change: { before: 2, after: 2, pairs: 1, moved: { same: 1 } } },
    ]);
  });

  it('[V67] says of how many people a mean is, without telling that one of them could not say', () => {
    const row = (level: number | 'cannot-say') => ({ ratings: [level] });
    const people = {
      a: [row(1), row(3)],
      b: [row(2), row(3)],
      c: [row(2), row('cannot-say')],
    } as const;
    const labels = ['hide-below: 1', 'hide-below: 2'].map((line) => {
      const shift = stageShift(answered(compiled('rating', `question: How far?\n${line}`), people));
      return shift && measureLabel(shift);
    });
    expect(labels).toEqual([
      'Mean level, of the 2 who gave a value both times',
      'Mean level, of those who gave a value both times',
    ]);
  });

  it.each([
    ['quiz', 'question: Q?\noptions: [A, B]\nanswer: 1', { choices: [0] }, { choices: [1] }],
    [
      'guess',
      'question: Q?\nfrom: 0\nto: 9\nunit: h\nanswer: 5\nsource: S\nwithin: [1]',
      { guess: 2 },
      { guess: 4 },
    ],
    ['points', 'question: Q?\noptions: [A, B]', { points: [60, 40] }, { points: [50, 50] }],
    ['ranking', 'question: Q?\noptions: [A, B, C]\ntop: 1', { order: [0] }, { order: [2] }],
  ])('compares the answers of a %s', (type, first, one, other) => {
    const session = answered(compiled(type, first), { a: [one, other] });
    for (const activity of ['before', 'after']) session.do({ type: 'activity:reveal', activity });
    const [item] = stageShift(session)?.items ?? [];
    expect(item?.change?.before).not.toBe(item?.change?.after);
  });

  it('shows no shift before both tallies are revealed, but to the presenter', () => {
    const session = answered(compiled('poll', `${tea}\nresults: revealed`), { a: [no, yes] });
    session.do({ type: 'activity:reveal', activity: 'after' });
    expect(stageShift(session)).toBeNull();
    expect(consoleSnapshot(session.state).activities[1]?.ownShift).toMatchObject({ pairs: 1 });
    session.do({ type: 'activity:reveal', activity: 'before' });
    expect(stageShift(session)).toMatchObject({ pairs: 1 });
    session.do({ type: 'activity:hide', activity: 'before' });
    session.do({ type: 'activity:close', activity: 'after' });
    expect(attendeeSnapshot(session.state).activities[0]).toMatchObject({ shift: null });
    expect(takeHome(session.state, 'a').questions[1]?.activity.shift).toBeNull();
  });

  it('[A3] shows no part of fewer people than are shown, nor one that a subtraction would tell', () => {
    const deck = compiled('poll', `${tea}\nhide-below: 3`);
    const people = { a: [no, yes], b: [no, yes], c: [no, yes], d: [no, yes] } as const;
    expect(stageShift(answered(deck, { a: [no, yes], b: [no, yes], x: [no, null] }))).toBeNull();
    const all = stageShift(answered(deck, people));
    expect(all).toMatchObject({ pairs: 4 });
    expect(all && measureLabel(all)).toBe('Share of people, of the 4 who answered both times');
    // One has moved the other way: neither that, nor a table with that cell.
    const mixed = stageShift(answered(deck, { ...people, e: [yes, no] }));
    expect(mixed).toMatchObject({
      pairs: 5,
      moves: null,
      movesHidden: true,
      items: [{ change: { moved: null } }, {}],
    });
    // One came late: three pairs are left out, so that the shift and the tally differ by four.
    const late = { ...people, e: [no, yes], f: [no, yes], late: [null, yes] } as const;
    const some = stageShift(answered(deck, late));
    expect(some).toMatchObject({ pairs: 3 });
    expect(some && measureLabel(some)).toBe(
      'Share of people, of 3 of those who answered both times',
    );
  });

  it('[S12] is counted with each answer as it would be anew, whatever came before', () => {
    const given = fc.record({
      attendee: fc.constantFrom('a', 'b', 'c', 'd'),
      activity: fc.constantFrom('before', 'after'),
      answer: fc.constantFrom(yes, no, { choices: [0, 1], other: null }),
    });
    const deck = compiled('poll', `${tea}\nmin: 1\nmax: 2`);
    fc.assert(
      fc.property(fc.array(given, { maxLength: 30 }), (answers) => {
        const session = new PureSession(deck);
        session.do({ type: 'self-paced:set', on: true });
        for (const { attendee, activity, answer } of answers)
          session.answer(attendee, activity, answer);
        const counted = structuredClone(session.state.shifts);
        recountShifts(session.state);
        const sorted = (shifts: typeof counted) =>
          [...shifts.values()].map((tally) => ({
            ...tally,
            attendees: [...tally.attendees].toSorted(),
          }));
        expect(sorted(counted)).toEqual(sorted(session.state.shifts));
      }),
    );
  });

  it('[X1] names the question that it asks again in every row, and brings the earlier answer home', () => {
    const session = answered(compiled('poll', tea), { a: [no, yes] });
    const { rows, activities } = report(session.state);
    expect(
      rows.map(({ activity, again, attendee, choice }) => [activity, again, attendee, choice]),
    ).toEqual([
      ['before', '', 'a', 'No'],
      ['after', 'before', 'a', 'Yes'],
    ]);
    expect(activities[1]).toMatchObject({ again: 'before', shift: { pairs: 1 } });
    expect(takeHome(session.state, 'a').questions[1]?.before).toMatchObject([{ choice: 'No' }]);
  });

  it('offers the options that the room wrote for the first, and compares no others', () => {
    const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
    const from = { 'options-from': 'pain', question: 'Which?' };
    const weigh = question('poll', { id: 'before', ...from });
    const again = question('poll', { id: 'after', again: 'before', ...from });
    const slides = [pain, weigh, again].map((activity) => ({ title: activity.id, activity }));
    const session = new PureSession(deckOf(slides));
    session.show(0);
    for (const [attendee, text] of Object.entries({ a: 'Tests', b: 'Meetings', c: 'Meetings' })) {
      session.answer(attendee, 'pain', { choice: null, text });
      session.do({ type: 'activity:control', activity: 'pain', control: { approve: `:${text}` } });
    }
    session.show(1);
    session.answer('a', 'before', yes);
    session.do({ type: 'activity:control', activity: 'pain', control: { reject: ':Tests' } });
    session.show(2);
    session.answer('a', 'after', no);
    expect(stageSnapshot(session.state).activities[2]?.shift?.items).toMatchObject([
      { item: 'Meetings' },
      { item: 'Tests' },
    ]);
    for (const text of ['Rooms', 'Tests']) {
      session.answer(text, 'pain', { choice: null, text });
      session.do({ type: 'activity:control', activity: 'pain', control: { approve: `:${text}` } });
    }
    session.do({ type: 'activity:reset', activity: 'before' });
    session.answer('a', 'before', yes);
    expect(stageSnapshot(session.state).activities[2]?.shift).toBeNull();
  });
});
