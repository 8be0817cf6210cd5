import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import type { QuestionsAnswer } from '../activities/questions/content.ts';
import type { RoomQuestions } from '../activities/questions/tally.ts';
import type { Deck } from '../deck/deck.ts';
import { makeChannels } from '../deck/parse/channels.ts';
import { nameOfText, voteKeyOf } from '../moderation/vote-key.ts';
import { attendanceOf } from './attendance.ts';
import type { Command } from './commands.ts';
import { replay } from './evolve.ts';
import { attendeeSnapshot, consoleSnapshot, ownAnswers, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { remoteSnapshot } from './remote-view.ts';
import { report } from './results.ts';
import type { SessionState } from './state.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

const plain = deckOf([{ title: 'Title' }, { title: 'Tea', activity: tea }]);
const names = ['questions', 'pace'];
const deck: Deck = { ...plain, channels: makeChannels({ names, reactions: [] }, 'en') };
const people = ['person-1', 'person-2', 'person-3'] as const;
const texts = ['Who pays?', 'When?', 'Why us?', 'fuck this'] as const;
const keyOf = (text: string): string => voteKeyOf(nameOfText(text));

const begun = (): PureSession => new PureSession(deck);
const channel = (session: PureSession, id: string) => session.state.channels.get(id);
const ask = (session: PureSession, who: string, ...asked: readonly string[]) =>
  session.answer(who, 'questions', { asked, votes: [] });

describe('[S80] a channel', () => {
  it('is open at once, on every slide, and in no list of questions', () => {
    const session = begun();
    expect(ask(session, 'ann', 'Who pays?')).toEqual(['answer:given']);
    const { state } = session;
    expect([...state.activities.keys()]).toEqual(['tea']);
    expect(takeHome(state, 'ann').questions).toEqual([]);
    expect(attendeeSnapshot(state).activities).toEqual([]);
    expect(remoteSnapshot(state)).not.toHaveProperty('channels');
    expect(attendanceOf(state)).toEqual({ people: 0, answers: 0 });
  });

  it('is left alone by self-paced mode, and hides no code at the beginning of a talk', () => {
    const session = begun();
    ask(session, 'ann', 'Who pays?');
    session.show(1);
    expect(stageSnapshot(session.state).joinCorner).toBe(true);
    session.do({ type: 'self-paced:set', on: true });
    session.do({ type: 'self-paced:set', on: false });
    expect(channel(session, 'questions')?.phase).toBe('open');
  });

  it('cannot be reset, revealed or hidden', () => {
    const session = begun();
    for (const verb of ['reset', 'reveal', 'hide', 'reveal-answer', 'hide-answer'] as const) {
      expect(session.do({ type: `activity:${verb}`, activity: 'pace' })).toBe('channel');
    }
  });

  it('is closed with the session, open again with it, and an undone end brings it back', () => {
    const session = begun();
    session.do({ type: 'activity:close', activity: 'pace' });
    session.do({ type: 'session:end' });
    expect(channel(session, 'questions')?.phase).toBe('closed');
    session.do({ type: 'session:reopen', at: session.state.endedAt ?? 0 });
    expect(channel(session, 'questions')?.phase).toBe('open');
    expect(channel(session, 'pace')?.phase).toBe('closed');
    session.do({ type: 'session:end' });
    const step = session.state.steps.at(-1)?.number ?? 0;
    session.do({ type: 'step:undo', step, at: session.state.endedAt ?? 0 });
    expect(channel(session, 'questions')?.phase).toBe('open');
    expect(channel(session, 'pace')?.phase).toBe('closed');
  });

  it('shows a text over a slide until the next one, and again after an undo', () => {
    const session = begun();
    session.show(0);
    ask(session, 'ann', 'Who pays?');
    for (const verb of ['approve', 'spotlight']) {
      const control = { [verb]: ':Who pays?' };
      session.do({ type: 'activity:control', activity: 'questions', control });
    }
    const large = (): unknown => roomOf(session.state)?.spotlight;
    expect(session.show(1)).toEqual(['slide:shown', 'activity:controlled', 'activity:opened']);
    expect(large()).toBeUndefined();
    expect(consoleSnapshot(session.state).undo?.type).toBe('slide:shown');
    const step = session.state.steps.at(-1)?.number ?? 0;
    session.do({ type: 'step:undo', step, at: 0 });
    expect(large()).toMatchObject({ text: 'Who pays?' });
  });

  it('comes with a deck that opens it, and goes with one that does not, and its results stay', () => {
    const session = new PureSession(plain);
    expect(ask(session, 'ann', 'Who pays?')).toBe('unknown-activity');
    session.do({ type: 'deck:revise', deck: { ...deck, hash: 'opened' } });
    expect(ask(session, 'ann', 'Who pays?')).toEqual(['answer:given']);
    session.do({ type: 'deck:revise', deck: { ...plain, hash: 'closed' } });
    expect(ask(session, 'ann', 'Who pays?', 'When?')).toBe('not-open');
    expect(report(session.state).rows.map(({ text }) => text)).toEqual(['Who pays?']);
    session.do({ type: 'deck:revise', deck: { ...deck, hash: 'opened again' } });
    expect(ask(session, 'ann', 'Who pays?', 'When?')).toEqual(['answer:given']);
  });

  it('has names that no question asked on the spot can take', () => {
    const session = begun();
    const [slide] = deckOf([{ title: '', activity: { ...tea, id: 'pace' } }]).slides;
    if (slide === undefined) throw new Error('The deck has a slide');
    const activity = { ...tea, id: 'pace' };
    expect(session.do({ type: 'question:ask', slide, activity })).toBe('id-taken');
  });

  it('takes home one’s own questions and what became of them, and none of others', () => {
    const session = begun();
    ask(session, 'ann', 'Who pays?', 'Why us?');
    ask(session, 'ben', 'When?');
    const control = (wanted: Record<string, string>) =>
      session.do({ type: 'activity:control', activity: 'questions', control: wanted });
    control({ approve: ':Who pays?' });
    control({ answer: ':Who pays?' });
    control({ 'put-away': ':Why us?' });
    expect(takeHome(session.state, 'ann').asked).toEqual([
      { text: 'Who pays?', note: 'Answered' },
      { text: 'Why us?', note: '' },
    ]);
    expect(takeHome(session.state, 'cat').asked).toBeUndefined();
  });
});

const move: fc.Arbitrary<Command | 'undo'> = fc.oneof(
  fc
    .record({
      attendee: fc.constantFrom(...people),
      asked: fc.uniqueArray(fc.constantFrom(...texts)),
      votes: fc.uniqueArray(fc.constantFrom(...texts)).map((some) => some.map(keyOf)),
      id: fc.uuid(),
    })
    .map(({ asked, votes, ...given }): Command => ({
      ...{ type: 'answer:give', activity: 'questions', hash: null, round: null, ...given },
      answer: { asked, votes },
    })),
  fc
    .record({
      verb: fc.constantFrom(
        'approve',
        'reject',
        'put-away',
        'put-back',
        'answer',
        'unanswer',
        'pin',
      ),
      text: fc.constantFrom(...texts),
    })
    .map(({ verb, text }): Command => ({
      ...{ type: 'activity:control', activity: 'questions' },
      control: { [verb]: `:${text}` },
    })),
  fc.tuple(fc.constantFrom(...texts), fc.constantFrom(...texts)).map(([one, into]): Command => ({
    ...{ type: 'activity:control', activity: 'questions' },
    control: one === into ? { spotlight: `:${one}` } : { merge: `:${one}`, into: `:${into}` },
  })),
  fc.boolean().map((on): Command => ({
    ...{ type: 'activity:control', activity: 'questions' },
    control: { 'let-through': on },
  })),
  fc.constantFrom<Command>(
    { type: 'activity:open', activity: 'questions' },
    { type: 'activity:close', activity: 'questions' },
    { type: 'session:end' },
    { type: 'deck:revise', deck: { ...plain, hash: 'without' } },
    { type: 'deck:revise', deck: { ...deck, hash: 'with' } },
  ),
  fc.constant('undo' as const),
);

describe('[S1] [S80] [V37] [V38] whatever is asked, voted for and decided, in whatever order,', () => {
  it('a session is what its facts come to, counts each attendee once, and names none', () => {
    let most = 0;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 50 }), (moves) => {
        const session = begun();
        for (const one of moves) {
          const step = session.state.steps.at(-1)?.number ?? 0;
          session.do(one === 'undo' ? { type: 'step:undo', step, at: 0 } : one);
        }
        const again = replay(session.facts);
        const screens = screensOf(session.state);
        expect(again === null ? null : screensOf(again)).toEqual(screens);
        expect(people.filter((name) => JSON.stringify(screens).includes(name))).toEqual([]);
        for (const { text, count, with: others = [] } of wordsOf(session.state)) {
          expect(count).toBe(behind(session.state, [keyOf(text), ...others]));
          most = Math.max(most, count);
        }
      }),
      { numRuns: 400 },
    );
    expect(most).toBeGreaterThan(1);
  });

  it('an undone decision leaves every screen as it was', () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), move, (moves, last) => {
        const session = begun();
        for (const one of moves) if (one !== 'undo') session.do(one);
        if (last === 'undo' || last.type !== 'activity:control') return;
        const before = tallies(session.state);
        const facts = session.do(last);
        if (typeof facts === 'string' || facts.length === 0) return;
        undone += 1;
        const step = session.state.steps.at(-1)?.number ?? 0;
        // Texts that were decided on within 300 ms are one step; here each takes a second.
        session.do({ type: 'step:undo', step, at: 0 });
        expect(tallies(session.state)).toEqual(before);
      }),
      { numRuns: 400 },
    );
    expect(undone).toBeGreaterThan(50);
  });
});

function roomOf(state: SessionState): RoomQuestions | null {
  const [questions] = stageSnapshot(state).channels;
  // Sound: the room's tally of the channel "questions".
  return (questions?.tally ?? null) as RoomQuestions | null;
}

function wordsOf(state: SessionState): RoomQuestions['words'] {
  return roomOf(state)?.words ?? [];
}

/** The attendees whose latest answer asks or votes for a question of these keys that somebody asks. */
function behind({ channels }: SessionState, keys: readonly string[]): number {
  const answers = [...(channels.get('questions')?.answers.values() ?? [])].map(
    ({ answer }) => answer as QuestionsAnswer,
  );
  const askedByAny = new Set(answers.flatMap(({ asked }) => asked.map(keyOf)));
  const counting = keys.filter((key) => askedByAny.has(key));
  return answers.filter(({ asked, votes }) =>
    [...asked.map(keyOf), ...votes].some((key) => counting.includes(key)),
  ).length;
}

function screensOf(state: SessionState): unknown[] {
  return [
    ...[stageSnapshot(state), unauthenticatedSnapshot(state), consoleSnapshot(state)],
    ...[attendeeSnapshot(state), report(state), ownAnswers(state, 'nobody')],
  ];
}

function tallies(state: SessionState): unknown[] {
  return [
    stageSnapshot(state).channels,
    consoleSnapshot(state).channels.find(({ id }) => id === 'questions')?.ownTally,
  ];
}
