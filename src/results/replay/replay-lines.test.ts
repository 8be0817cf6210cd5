import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PureSession, no, yes } from '../../../test/fixtures/pure-session.ts';
import { anySession } from '../../../test/fixtures/random-session.ts';
import { deckOf, question, smallDeck, tea } from '../../../test/fixtures/small-deck.ts';
import { applyChange } from '../../lib/json-change.ts';
import { begin, evolve } from '../../session/evolve.ts';
import type { StoredFact } from '../../session/facts.ts';
import { stageSnapshot } from '../../session/project.ts';
import type { Moment, MomentLine, Replay } from './moment.ts';
import { readReplay } from './read-replay.ts';
import { replayLines } from './replay-lines.ts';
import { roomView } from './room-view.ts';

function textOf(facts: readonly StoredFact[], limits?: Parameters<typeof replayLines>[1]): string {
  return [...replayLines(facts, limits)].join('');
}

function replayOf(
  facts: readonly StoredFact[],
  limits?: Parameters<typeof replayLines>[1],
): Replay {
  const read = readReplay(textOf(facts, limits));
  if (read === null) throw new Error('The replay is not whole');
  return read;
}

/** The stage after each fact, by its time. */
function stages(facts: readonly StoredFact[]): Map<number, unknown> {
  const [first, ...others] = facts;
  if (first === undefined) return new Map();
  const state = begin(first);
  const all = new Map<number, unknown>([[first.at, { at: first.at, ...roomView(state) }]]);
  for (const stored of others) {
    evolve(state, stored);
    all.set(stored.at, { at: stored.at, ...roomView(state) });
  }
  return all;
}

function answersIn({ stage }: Moment): readonly [string, number][] {
  return stage.activities.map(({ id, answered }) => [id, answered]);
}

describe('a replay', () => {
  it('[X33] has at each moment the stage as all facts up to there come to it, whatever was commanded', () => {
    fc.assert(
      fc.property(anySession, fc.integer({ min: 2, max: 80 }), ({ deck, moves }, most) => {
        const session = new PureSession(deck);
        for (const move of moves) session.do(move(session.state));
        const { moments } = replayOf(session.facts, { moments: most });
        const wanted = stages(session.facts);
        for (const moment of moments) expect(moment).toEqual(wanted.get(moment.at));
        expect(moments.at(-1)?.at).toBe(session.state.at);
        expect(moments.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 60 },
    );
  });

  it('[X33] is the same from each moment on', () => {
    fc.assert(
      fc.property(anySession, fc.nat(), ({ deck, moves }, chosen) => {
        const session = new PureSession(deck);
        for (const move of moves) session.do(move(session.state));
        const text = textOf(session.facts);
        const { moments } = replayOf(session.facts);
        const lines = text
          .split('\n')
          .slice(1, -2)
          .map((line) => JSON.parse(line) as MomentLine);
        expect(lines.length).toBe(moments.length);
        const from = chosen % moments.length;
        const { at: _, ...first } = moments[from] ?? { at: 0 };
        let view: unknown = first;
        for (const [place, { change }] of lines.slice(from + 1).entries()) {
          view = applyChange(view, change);
          const { at: __, ...later } = moments[from + 1 + place] ?? { at: 0 };
          expect(view).toEqual(later);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('[X33] has the wording, the answers and the round of then, whatever was taken back later', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('ann', 'tea', yes);
    session.answer('ben', 'tea', no);
    session.do({ type: 'activity:reset', activity: 'tea' });
    const reset = session.state.at;
    const step = session.state.steps.at(-1)?.number ?? 0;
    session.do({ type: 'step:undo', step, at: reset });
    const reworded = question('poll', {
      id: 'tea',
      question: 'Green tea?',
      options: ['Yes', 'No'],
    });
    session.do({
      type: 'deck:revise',
      deck: deckOf([{ title: '' }, { title: '', activity: reworded }]),
    });
    const { moments } = replayOf(session.facts);
    const told = moments.flatMap(({ at, stage }) => {
      const poll = stage.activities.find(({ id }) => id === 'tea');
      return poll === undefined ? [] : [[at, poll.question, poll.answered, poll.round]];
    });
    const second = 1000;
    expect(told.slice(-4)).toEqual([
      [reset - second, 'Tea?', 2, 1],
      [reset, 'Tea?', 0, 2],
      [reset + second, 'Tea?', 2, 2],
      [reset + 2 * second, 'Green tea?', 0, expect.any(Number)],
    ]);
    expect(moments.at(-1)?.deck.slides).toHaveLength(2);
    expect(moments[0]?.deck.slides).toHaveLength(smallDeck.slides.length);
  });

  it('[X34] hides what the room could not see: few answers, what was not revealed, what is right', () => {
    const few = question('poll', {
      ...{ id: 'few', question: 'Tired?', options: ['Yes', 'No'] },
      'hide-below': 3,
    });
    const quiz = question('quiz', {
      ...{ id: 'quiz', question: 'Right?', options: ['One', 'Two'] },
      ...{ answer: 1, explain: 'The secret' },
    });
    const session = new PureSession(
      deckOf([
        { title: 'Start', notes: 'A note' },
        { title: '', activity: few },
        { title: '', activity: quiz },
      ]),
    );
    session.show(1);
    for (const attendee of ['ann', 'ben']) session.answer(attendee, 'few', yes);
    session.show(2);
    session.answer('ann', 'quiz', { choices: [0] });
    const text = textOf(session.facts);
    expect(text).not.toContain('The secret');
    expect(text).not.toContain('A note');
    for (const { stage } of replayOf(session.facts).moments) {
      for (const view of stage.activities)
        expect([view.tally, view.correctAnswer]).toEqual([null, null]);
    }
    session.answer('cat', 'few', no);
    expect(replayOf(session.facts).moments.at(-1)?.stage.activities[0]?.tally).not.toBeNull();
  });

  it('[X34] does not tell where a question leads, which says how its answers came out', () => {
    const options = [{ text: 'There', go: 'end' }, 'Here'];
    const asked = { id: 'where', question: 'Where?', options, results: 'revealed' };
    const where = question('poll', asked);
    const session = new PureSession(
      deckOf([{ title: '', activity: where }, { title: 'On' }, { title: 'End', id: 'end' }]),
    );
    session.show(0);
    session.answer('ann', 'where', yes);
    session.do({ type: 'activity:close', activity: 'where' });
    expect(stageSnapshot(session.state).ways).not.toEqual([]);
    for (const { stage } of replayOf(session.facts).moments) {
      expect([stage.ways, stage.back]).toEqual([[], null]);
    }
  });

  it('[X33] has the shift of then, also after an answer to the question that is asked again', () => {
    const options = { question: 'Tea?', options: ['Yes', 'No'] };
    const session = new PureSession(
      deckOf([
        { title: '', activity: question('poll', { ...options, id: 'before' }) },
        { title: '', activity: question('poll', { ...options, id: 'after', again: 'before' }) },
      ]),
    );
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    for (const [slide, activity] of ['before', 'after'].entries()) {
      session.show(slide);
      for (const attendee of people) session.answer(attendee, activity, yes);
    }
    const unmoved = stageSnapshot(session.state).activities[1]?.shift;
    session.answer('a', 'before', no);
    const { shift } = replayOf(session.facts).moments.at(-1)?.stage.activities[1] ?? {};
    expect(shift).toEqual(stageSnapshot(session.state).activities[1]?.shift);
    expect(shift).not.toEqual(unmoved);
  });

  it('[X35] has no more moments than its limit, each step among them as long as they fit', () => {
    const session = new PureSession(deckOf([{ title: '', activity: tea }, { title: 'End' }]));
    session.show(0);
    for (let person = 0; person < 400; person += 1) session.answer(`a-${person}`, 'tea', yes);
    const all = replayOf(session.facts);
    expect(all.every).toBe(1_000);
    expect(all.moments).toHaveLength(session.facts.length);
    const few = replayOf(session.facts, { moments: 40 });
    expect([few.every, few.hasEveryStep]).toEqual([16_000, true]);
    expect(few.moments.length).toBeLessThanOrEqual(40);
    expect(few.moments.at(-1)).toEqual(all.moments.at(-1));
    for (let turn = 0; turn < 60; turn += 1) session.show(turn % 2);
    const rare = replayOf(session.facts, { moments: 40 });
    expect(rare.hasEveryStep).toBe(false);
    expect(rare.moments.length).toBeLessThanOrEqual(40);
    expect(rare.moments.at(-1)).toEqual(replayOf(session.facts).moments.at(-1));
  });

  it('[X35] is no longer than its limit, says so, and ends as the session did', () => {
    const session = new PureSession(deckOf([{ title: '', activity: tea }, { title: 'End' }]));
    session.show(0);
    for (let person = 0; person < 200; person += 1) {
      session.answer(`a-${person}`, 'tea', yes);
      session.show(person % 2);
    }
    const whole = textOf(session.facts);
    const short = textOf(session.facts, { characters: 4_000 });
    const [, first = ''] = short.split('\n');
    expect(short.length).toBeLessThan(first.length + 5_000);
    expect(whole.length).toBeGreaterThan(first.length + 20_000);
    const read = readReplay(short);
    expect(read?.hasEveryStep).toBe(false);
    expect(read?.moments.length).toBeGreaterThan(20);
    expect(read?.moments.at(-1)).toEqual(readReplay(whole)?.moments.at(-1));
    expect(answersIn(read?.moments.at(-1) ?? ({} as Moment))).toEqual([['tea', 200]]);
  });

  it('[X35] is not taken for whole where its end is missing', () => {
    const text = textOf(new PureSession().facts);
    expect(readReplay(text)).not.toBeNull();
    expect(readReplay(text.split('\n').slice(0, -2).join('\n'))).toBeNull();
  });

  it('[X35] is made in pieces of a few hundred facts', () => {
    const facts = Array.from({ length: 5_000 }, (_, index): StoredFact => ({
      ...{ seq: index + 2, at: 2_000 },
      fact: {
        ...{ type: 'answer:given', activity: 'tea', hash: tea.hash, round: 1 },
        ...{ attendee: `a-${index}`, id: 'i', answer: yes },
      },
    }));
    const session = new PureSession(deckOf([{ title: '', activity: tea }]));
    const pieces = [...replayLines([...session.facts, ...facts])];
    expect(pieces.filter((piece) => piece === '')).toHaveLength(11);
    expect(readReplay(pieces.join(''))?.moments).toHaveLength(2);
  });
});
