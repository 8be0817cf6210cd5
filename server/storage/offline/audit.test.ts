import { describe, expect, it } from 'vitest';
import type { Json } from '../../../src/lib/json.ts';
import type { Fact } from '../../../src/session/facts.ts';
import { deckOf, question } from '../../../test/fixtures/small-deck.ts';
import { audit } from './audit.ts';

const CODE = '151473';
const deck = deckOf([
  {
    title: 'Words',
    activity: question('open-text', { id: 'pain', question: 'What hurts?', longest: 20 }),
  },
  {
    title: 'Tea',
    activity: question('poll', {
      id: 'tea',
      question: 'Tea?',
      options: ['Yes', 'No'],
      other: true,
    }),
  },
]);

/** The findings on a session in which one answer was recorded. */
function auditOf(activity: string, answer: Json) {
  const asked = deck.activities.find(({ id }) => id === activity);
  const facts: Fact[] = [
    { type: 'session:started', code: CODE, secret: 'secret', deck },
    { type: 'activity:opened', activity },
    {
      ...{ type: 'answer:given', activity, hash: asked?.hash ?? '', round: 1 },
      ...{ attendee: 'ann', id: 'abcdefgh', answer },
    },
    { type: 'activity:closed', activity },
  ];
  return audit(
    CODE,
    facts.map((fact, index) => ({ seq: index + 1, at: index, text: JSON.stringify(fact) })),
  );
}

const text = (written: string) => ({ choice: null, text: written });
const other = (written: string) => ({ choices: [], other: written });

describe('[X4] [V13] an answer whose text only an earlier version recorded', () => {
  it.each([
    ['a text that is empty to the eye', 'pain', text('\u3164')],
    ['an empty Braille cell', 'tea', other('\u2800')],
    ['letters that composing took apart', 'tea', other('\u0915\u093C'.repeat(200))],
    ['a text that was not composed', 'pain', text('e\u0301')],
  ])('is noted, and counts: %s', (_, activity, answer) => {
    const { errors, notes, sound, state } = auditOf(activity, answer);
    expect(errors).toEqual([]);
    expect(notes).toEqual([
      'fact 3 is an answer with a text that only an earlier version recorded as it is',
    ]);
    expect(sound).toHaveLength(4);
    expect(state?.activities.get(activity)?.answers.size).toBe(1);
  });

  it('is not even noted for half a character, which is read as the sign for one', () => {
    expect(auditOf('pain', text('a\uD83D'))).toMatchObject({ errors: [], notes: [] });
  });
});

describe('[X4] [V6] an answer that no version would have recorded', () => {
  it.each([
    ['an empty text', 'pain', text('')],
    ['a text of any length', 'pain', text('x'.repeat(61))],
    ['a choice that is none', 'pain', { choice: 7, text: '\u3164' }],
    ['a choice that is none', 'tea', { choices: [7], other: '\u3164' }],
    ['another shape', 'tea', { other: '\u3164' }],
    ['a member too many', 'pain', { ...text('\u3164'), mood: 'x' }],
    ['a text for a place', 'tea', { choices: ['\u3164'], other: null }],
  ])('is an error: %s', (_, activity, answer) => {
    const { errors, sound } = auditOf(activity, answer);
    expect(errors).toEqual([
      expect.stringMatching(
        /^fact 3 is an answer that the session would not have recorded \((unfitting-answer|altered)\)$/,
      ),
    ]);
    expect(sound).toHaveLength(2);
  });
});

describe('[X4] [S46] the facts after the end of a session', () => {
  /** The errors that are found in a session that ended, with these facts after its end. */
  function errorsAfterEnd(after: readonly Fact[]): readonly string[] {
    const facts: Fact[] = [
      { type: 'session:started', code: CODE, secret: 'secret', deck },
      { type: 'activity:opened', activity: 'tea' },
      { type: 'session:ended', step: 3 },
      ...after,
    ];
    const rows = facts.map((fact, at) => ({ seq: at + 1, at, text: JSON.stringify(fact) }));
    return audit(CODE, rows).errors;
  }

  it('are those that move the stage or name the session, and its reopening with all that follows', () => {
    const tea = { activity: 'tea' } as const;
    const shown: Fact = { type: 'slide:shown', position: { h: 1, v: 0, f: -1 } };
    const moves: Fact[] = [shown, { type: 'closing:shown' }, { type: 'stage:blanked', on: true }];
    expect(errorsAfterEnd(moves)).toEqual([]);
    expect(errorsAfterEnd([{ type: 'session:named', name: 'Team Berlin' }])).toEqual([]);
    const again: Fact[] = [{ type: 'session:reopened' }, { type: 'activity:opened', ...tea }];
    expect(errorsAfterEnd([...moves, ...again, { type: 'session:ended' }])).toEqual([]);
    const undone: Fact[] = [{ type: 'step:undone', undoes: 3 }, { type: 'session:reopened' }];
    expect(errorsAfterEnd([...undone, { type: 'activity:closed', ...tea }])).toEqual([]);
  });

  it('are no others: nothing opens a question of a session that has ended', () => {
    expect(errorsAfterEnd([{ type: 'activity:opened', activity: 'tea' }])).toEqual([
      'fact 4 was recorded after the end of the session',
    ]);
  });
});
